package import Newsroom

extension PublicSite {
    /// Every file of the site, in the order in which it is written: what refers to something comes
    /// after it (publishing.md 1.4).
    package func files(asOf now: Moment) -> [SiteFile] {
        let modified = history.receipts.last?.issue.time ?? Moment(milliseconds: 0)
        return assets + stories.flatMap(storyFiles) + pages(modified) + feeds(modified)
            + [
                SiteFile(
                    "sitemap-news.xml",
                    NewsSitemap(site: self, asOf: WrittenTime(now, offset: 0)).bytes,
                    modified: modified
                )
            ] + keyFiles + logFiles
    }

    private func storyFiles(of story: PublicStory) -> [SiteFile] {
        let page = StoryPage(
            story: story,
            face: face,
            identifier: identifier(of: story),
            rail: rail(of: story)
        )
        let proofs = story.receipts.compactMap { proof(of: $0, in: story) }
        let modified = story.newest.issue.time
        return proofs + [
            SiteFile(
                "\(story.folder)proof/index.html",
                ProofPage(story: story, face: face).bytes,
                modified: modified
            ),
            SiteFile("\(story.folder)index.html", page.bytes, modified: modified),
        ]
    }

    /// The eight newest by ordinal among those up to its own + 40, in its language, not itself: it
    /// is fresh on fresh pages and rests on old ones.
    private func rail(of story: PublicStory) -> [PublicStory] {
        Array(
            stories.prefix(story.ordinal + 41).reversed().lazy
                .filter { $0.language == story.language && $0.id != story.id }
                .prefix(8)
        )
    }

    private func pages(_ modified: Moment) -> [SiteFile] {
        let front = FrontPage(
            face: face,
            language: Language(language),
            stories: Array(stories.suffix(30).reversed())
        )
        let corrections = CorrectionsPage(
            face: face,
            language: Language(language),
            stories: stories
        )
        return [
            SiteFile("index.html", front.bytes, modified: modified),
            SiteFile("corrections/index.html", corrections.bytes, modified: modified),
        ]
    }

    private func feeds(_ modified: Moment) -> [SiteFile] {
        guard let newest = updated else { return [] }
        let corrected = stories.filter { $0.notes.contains { $0.kind != .update } }
        let words = Words.of(language)
        let feeds = [
            Feed(
                stem: "feeds/all",
                title: name,
                site: self,
                language: Language(language),
                stories: FeedWindow.stories(of: stories),
                updated: newest
            ),
            Feed(
                stem: "feeds/corrections",
                title: "\(name): \(words[.corrections])",
                site: self,
                language: Language(language),
                stories: corrected.sorted { $0.updated > $1.updated },
                updated: corrected.map(\.updated).max() ?? newest
            ),
        ]
        return feeds.flatMap { feed in
            FeedFormat.allCases.map { format in
                SiteFile(
                    "\(feed.stem).\(format.rawValue)",
                    feed.bytes(format),
                    modified: modified
                )
            }
        }
    }

    /// What the frame of every page shows.
    var face: SiteFace {
        SiteFace(
            name: name,
            address: address.text,
            sections: [],
            hasFeeds: !stories.isEmpty,
            style: Assets.style.path,
            icon: Assets.icon.path,
            footer: [(.corrections, "/corrections/")]
        )
    }

    private var assets: [SiteFile] {
        [Assets.style, Assets.icon, Assets.proofChecker, Assets.logChecker]
    }
}
