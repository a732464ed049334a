import Newsroom
import Press
import Store
import SyncProtocol

// Pictures travel beside the entries. What is written here is offered first: whoever hears of a
// story's picture is to find it. What stories need and is not here is fetched when the entries are
// in. A transfer that breaks goes on where it stopped, on either way; nothing that goes wrong with a
// picture keeps an entry from its way.

/// The pictures' part of a conversation with a hub.
struct MediaExchange: Sendable {
    let replica: Replica
    let transport: any BlobTransport
    let hub: [UInt8]
    /// Hears how many of how many bytes went.
    let progress: SyncProgress
    /// Whether it waits where the hub asks it to.
    let isPatient: Bool
    private(set) var report = MediaReport()

    /// What one call carries: little enough for a slow network, and a lost one costs no more.
    private static let partBytes = 1 << 20
    /// A hub that asks for patience gives a minute's worth anew after a minute.
    private static let patience = 12

    init(
        _ replica: Replica,
        over transport: any BlobTransport,
        to hub: [UInt8],
        isPatient: Bool,
        progress: @escaping SyncProgress
    ) {
        (self.replica, self.transport, self.hub) = (replica, transport, hub)
        (self.isPatient, self.progress) = (isPatient, progress)
    }

    /// Sends what stories need, is here, and the hub is not known to have.
    ///
    /// - Throws: `StoreError`.
    mutating func offer(clockOffset: Int64) async throws {
        report.failure = nil
        report.spoiled = []
        let offered = try await replica.mediaToOffer(to: hub)
        report.unsent = offered.count
        let total = offered.reduce(0) { $0 + (replica.media.byteCount(of: $1) ?? 0) }
        var done = 0
        for hash in offered {
            let isSent = try await attempt { exchange in
                try await exchange.send(hash, done, total, clockOffset)
            }
            guard let isSent else { break }
            try await replica.markMedia(hash, on: hub)
            done += replica.media.byteCount(of: hash) ?? 0
            report.sent += isSent ? 1 : 0
            report.unsent -= 1
        }
        if total > 0 { progress(total, total) }
    }

    /// Fetches what stories need and is not here.
    ///
    /// - Throws: `StoreError`.
    mutating func fetch(clockOffset: Int64) async throws {
        let missing = try await replica.missingMedia()
        report.missing = missing.count
        for (place, hash) in missing.enumerated() {
            progress(place, missing.count)
            let isHere = try await attempt { exchange in
                try await exchange.receive(hash, clockOffset)
            }
            guard let isHere else { break }
            guard isHere else { continue }
            try await replica.markMedia(hash, on: hub)
            report.got += 1
            report.missing -= 1
        }
        if !missing.isEmpty { progress(missing.count, missing.count) }
    }

    /// Does some work on one picture; nil where no more can be done now.
    private mutating func attempt(
        _ work: (inout MediaExchange) async throws -> Bool
    ) async throws -> Bool? {
        for _ in 0..<Self.patience {
            do {
                return try await work(&self)
            } catch let refusal as HubRefusal {
                if refusal.error == .unknownBlob { return false }
                guard refusal.error == .slowDown, isPatient else {
                    report.failure = .refused(refusal.error)
                    return nil
                }
                try? await Task.sleep(for: .seconds(refusal.retryAfter ?? 10))
            } catch is ExchangeError {
                report.failure = .unreachable
                return nil
            }
        }
        report.failure = .refused(.slowDown)
        return nil
    }

    /// Sends what the hub lacks of a picture; says whether it lacked any.
    private func send(
        _ hash: Bytes32,
        _ done: Int,
        _ total: Int,
        _ clockOffset: Int64
    ) async throws -> Bool {
        guard let count = replica.media.byteCount(of: hash), replica.media.isSound(hash) else {
            return false
        }
        var state = try await ask(.state, hash, clockOffset)
        guard !state.isWhole else { return false }
        while !state.isWhole {
            let length = min(Self.partBytes, max(0, count - state.byteCount))
            guard let part = replica.media.read(hash, from: state.byteCount, count: length),
                part.count == length
            else { return false }
            let isLast = state.byteCount + length == count
            do {
                let put = BlobQuestion.Act.put(part, at: state.byteCount, isLast: isLast)
                let next = try await ask(put, hash, clockOffset)
                guard next.isWhole || next.byteCount > state.byteCount else {
                    throw HubRefusal(.broken)
                }
                state = next
            } catch let refusal as HubRefusal where refusal.error == .offset {
                // Somebody else sent some of it meanwhile.
                state = try await ask(.state, hash, clockOffset)
            }
            progress(done + min(state.byteCount, count), total)
        }
        return true
    }

    /// Fetches a picture from where the last attempt ended; says whether it is here now.
    private mutating func receive(_ hash: Bytes32, _ clockOffset: Int64) async throws -> Bool {
        let part = replica.media.part(of: hash)
        if part.byteCount > PictureLimits.fileBytes { try part.remove() }
        var count = part.byteCount
        do {
            _ = try await transport.ask(
                BlobQuestion(.get(from: count), hash),
                by: replica,
                to: hub,
                clockOffset: clockOffset
            ) { piece in
                count += piece.count
                guard count <= PictureLimits.fileBytes else { throw ExchangeError.notAHub("") }
                try part.append(piece)
            }
        } catch let refusal as HubRefusal where refusal.error == .range {
            // All of it had come before; only its end was not seen.
        }
        if try part.finish() { return true }
        report.spoiled.append(hash)
        return false
    }

    private func ask(
        _ act: BlobQuestion.Act,
        _ hash: Bytes32,
        _ clockOffset: Int64
    ) async throws -> BlobState {
        let question = BlobQuestion(act, hash)
        return try await transport.ask(
            question,
            by: replica,
            to: hub,
            clockOffset: clockOffset
        ) { _ in }
    }
}
