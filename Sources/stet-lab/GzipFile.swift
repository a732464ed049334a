import ArgumentParser
import CZlib
import Foundation

/// A file of test data, gzipped (RFC 1952) or plain.
struct GzipFile {
    private let path: String
    private static let limitBytes = 1 << 30

    init(_ path: String) { self.path = path }

    /// Reads and unpacks the file; zlib passes plain files through.
    ///
    /// - Throws: `ValidationError` where it cannot be read, is damaged or over 1 GiB.
    func contents() throws -> Data {
        guard let file = unsafe gzopen(path, "rb") else {
            throw ValidationError("\(path) cannot be read")
        }
        defer { unsafe gzclose(file) }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe gzread(file, &buffer, UInt32(buffer.count))
            guard count >= 0, data.count < Self.limitBytes else {
                throw ValidationError("\(path) is damaged or too large")
            }
            guard count > 0 else { return data }
            data.append(contentsOf: buffer[..<Int(count)])
        }
    }
}
