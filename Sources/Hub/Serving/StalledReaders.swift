import HummingbirdCore
import NIOCore

/// Closes a connection whose other side has taken nothing for half a minute of what waits for it: a
/// slow reader holds an answer in memory, and a half-open connection holds it for ever.
final class StalledReaders: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private var waiting = 0
    private var task: RepeatedTask?
    private static let pause = TimeAmount.seconds(30)

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        let here = NIOLoopBound(self, eventLoop: context.eventLoop)
        task = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.pause,
            delay: Self.pause
        ) { _ in here.value.look(at: channel) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { task?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        task?.cancel()
        context.fireChannelInactive()
    }

    private func look(at channel: any Channel) {
        let still = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        if waiting > 0, still >= waiting { channel.close(promise: nil) }
        waiting = still
    }
}

extension HTTP1Channel.Configuration {
    /// Small heads, no idle connection, no reader that stands still.
    static var guarded: Self {
        Self(
            additionalChannelHandlers: [StalledReaders()],
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16_384,
                maxHeaderListSize: 16_384,
                maxHeaderFieldCount: 100
            )
        )
    }
}
