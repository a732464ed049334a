package import Foundation
import Store

/// Checking a bundle where no newsroom is: signatures, digests, framing.
package enum BundleCheck {
    /// What is to be said of a file.
    package static func reply(to file: URL, page: Page, meter: Desk.Meter?) -> Reply {
        do {
            let summary = try BundleFile(file).summary { meter?($0.done, $0.total) }
            return page.reply(try BundleWords.verdict(on: summary), to: "bundle")
        } catch {
            return page.reply(Complaint(error), to: "bundle")
        }
    }
}
