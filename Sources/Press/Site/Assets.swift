import Ledger
import Newsroom

/// The files that every page uses, named by their content so that browsers keep them for ever.
enum Assets {
    /// The style sheet.
    static let style = file("site", "css", StyleSheet.text)
    /// The icon: the mark that an editor puts under a word that stays.
    static let icon = file("icon", "svg", mark)

    /// The script that checks a proof with stock tools.
    static let proofChecker = SiteFile(
        "checking/verify_proof.sh",
        PackageResources.verify_proof_sh,
        modified: Moment(milliseconds: 0)
    )
    /// The script that checks a receipt's place in the public log.
    static let logChecker = SiteFile(
        "checking/verify_inclusion.sh",
        PackageResources.verify_inclusion_sh,
        modified: Moment(milliseconds: 0)
    )

    private static func file(_ name: String, _ kind: String, _ text: String) -> SiteFile {
        let bytes = Array(text.utf8)
        let path = "assets/\(name).\(digest(bytes).description.prefix(8)).\(kind)"
        return SiteFile(path, bytes, modified: Moment(milliseconds: 0))
    }

    private static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="6" fill="#0b57a4"/>
        <g fill="#fff"><circle cx="7" cy="21" r="2.5"/><circle cx="16" cy="21" r="2.5"/>
        <circle cx="25" cy="21" r="2.5"/><rect x="5" y="10" width="22" height="3"/></g>
        </svg>

        """
}
