import CZlib

/// Compresses into a zlib stream (RFC 1950).
package func deflate(_ raw: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(raw.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    let verdict = unsafe compress2(&packed, &count, raw, UInt(raw.count), Z_DEFAULT_COMPRESSION)
    precondition(verdict == Z_OK, "the bound leaves room for every stream")
    return Array(packed[..<Int(count)])
}

/// Inflates a zlib stream that must give exactly `count` bytes and use all of its own.
///
/// - Throws: `FrameError.badStream` at the first byte over, at a shortfall, at bytes after the end.
package func inflate(_ packed: [UInt8], to count: Int) throws(FrameError) -> [UInt8] {
    var raw = [UInt8](repeating: 0, count: count)
    var made = UInt(count)
    var used = UInt(packed.count)
    let verdict = unsafe uncompress2(&raw, &made, packed, &used)
    guard verdict == Z_OK, made == UInt(count), used == UInt(packed.count) else {
        throw .badStream
    }
    return raw
}

/// Compresses into a gzip stream (RFC 1952) without name and time, at level 6.
package func gzip(_ raw: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 for the gzip wrapper.
    let begun = unsafe deflateInit2_(
        &stream,
        6,
        Z_DEFLATED,
        15 + 16,
        8,
        Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)
    )
    precondition(begun == Z_OK, "zlib has memory for one stream")
    defer { unsafe deflateEnd(&stream) }
    var input = raw
    var packed = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(raw.count))))
    let made = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe packed.withUnsafeMutableBufferPointer { output in
            unsafe (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
            unsafe (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
            let verdict = unsafe deflate(&stream, Z_FINISH)
            precondition(verdict == Z_STREAM_END, "the bound leaves room for every stream")
            return unsafe Int(stream.total_out)
        }
    }
    return Array(packed[..<made])
}
