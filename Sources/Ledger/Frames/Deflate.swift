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
