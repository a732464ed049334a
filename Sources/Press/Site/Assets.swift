import Ledger
import Newsroom

/// The files that every page uses, named by their content so that browsers keep them for ever, and
/// the scripts with which visitors check.
struct Assets: Sendable {
    /// The style sheet.
    let style: SiteFile
    /// The icon.
    let icon: SiteFile
    /// Everything, these two among it.
    let files: [SiteFile]

    /// The assets of a theme.
    init(of theme: Theme) {
        let base = theme.style.map { Array($0.utf8) } ?? PackageResources.site_css
        style = SiteFile(asset: "site.css", base + Array((theme.extraStyle ?? "").utf8))
        let icon = theme.assets["icon.svg"] ?? SiteFile(asset: "icon.svg", Array(Self.mark.utf8))
        self.icon = icon
        let others = theme.assets.values.filter { $0 != icon }.sorted { $0.path < $1.path }
        files = [style, icon] + Self.scripts + others
    }

    private static let scripts = [
        SiteFile(
            "checking/verify_proof.sh",
            PackageResources.verify_proof_sh,
            modified: .ever
        ),
        SiteFile(
            "checking/verify_inclusion.sh",
            PackageResources.verify_inclusion_sh,
            modified: .ever
        ),
    ]

    /// The mark that an editor puts under words that stay.
    private static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="6" fill="#0b57a4"/>
        <g fill="#fff"><circle cx="7" cy="21" r="2.5"/><circle cx="16" cy="21" r="2.5"/>
        <circle cx="25" cy="21" r="2.5"/><rect x="5" y="10" width="22" height="3"/></g>
        </svg>

        """
}

extension SiteFile {
    /// A file of the look, named by its content: `logo.svg` is `assets/logo.1a2b3c4d.svg`.
    init(asset name: String, _ bytes: [UInt8]) {
        let parts = name.split(separator: ".", maxSplits: 1)
        let hash = digest(bytes).description.prefix(8)
        let path = "assets/\(parts[0]).\(hash).\(parts.last ?? "")"
        self.init(path, bytes, modified: .ever)
    }
}

extension Moment {
    /// The time of what no receipt changes.
    static let ever = Moment(milliseconds: 0)
}
