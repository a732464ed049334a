package import Foundation
import Newsroom
package import Store

/// What one run of the press did.
package struct Publication: Sendable {
    /// The answers to the requests that were due.
    package let answers: [Answer]
    /// How many files were written.
    package let written: Int
    /// How many were as they should be.
    package let unchanged: Int
    /// How many were removed.
    package let removed: Int
    /// The site's folder.
    package let folder: URL
    /// Whether this replica's log is the press.
    package let isPress: Bool
}

/// Answers due requests if this replica's log is the press, then writes what changed of the site in
/// the look of a theme, the newsroom's own where none is given; everything where `isFull`.
///
/// - Throws: `PressError`, `StoreError`. What was answered stays answered, and the next run
///   finishes what was not written.
package func publish(
    _ replica: Replica,
    to folder: URL,
    theme: Theme? = nil,
    isFull: Bool = false
) async throws -> Publication {
    let view = await replica.newsroom.view
    let site = try SiteAddress(setting: view.setting(.site))
    let theme = try theme ?? Theme(of: view, in: replica.media)
    // The press looks at every story, and more than once.
    try await replica.readWhole()
    let log = await replica.log
    let isPress = log != nil && view.press?.appointment.log == log
    let pictures = PictureSource(replica.media)
    var answers: [Publication.Answer] = []
    var known: PublicHistory?
    if isPress {
        let zone = try PressZone(setting: view.setting(.zone))
        var pressing = Pressing(replica: replica, site: site, zone: zone, pictures: pictures)
        answers = try await pressing.answerAll()
        known = pressing.history
    }
    let newsroom = await replica.newsroom
    let update = SiteUpdate(
        history: try PublicHistory(of: newsroom, after: known),
        settings: SiteSettings(of: newsroom.view, at: site, theme: theme),
        view: newsroom.view,
        pictures: pictures
    )
    let changes = try update.write(to: folder, asOf: await replica.now, isFull: isFull)
    try await replica.readAsNeeded()
    return Publication(
        answers: answers,
        written: changes.written,
        unchanged: changes.unchanged,
        removed: changes.removed,
        folder: folder,
        isPress: isPress
    )
}
