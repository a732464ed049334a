import Foundation
import Newsroom
import Press
import TestSupport
import Testing

struct `A theme` {
    @Test func `without files is the built-in look`() throws {
        let (plain, empty) = (try ThemedSite(Theme()), try ThemedSite([:]))
        #expect(plain.files == empty.files)
    }

    @Test func `says who speaks, and orders the sections`() throws {
        let site = try ThemedSite([
            "site.txt": """
            # Words for every page.
            tagline News of a <coast> nobody found
            imprint Quay Street 1
            imprint Invented Town
            section Sport & Play
            section City
            hub https://hub.example/ping
            """
        ])
        let front = site["index.html"]
        #expect(front.contains("<p class=\"tagline\">News of a &lt;coast&gt; nobody found</p>"))
        #expect(front.contains("<p id=\"imprint\">Quay Street 1<br>Invented Town</p>"))
        #expect(
            front.contains(
                "<li><a href=\"/sections/sport-play/\">Sport &amp; Play</a></li>"
                    + "<li><a href=\"/sections/city/\">City</a></li><li><a href=\"/latest/\">"
            )
        )
        #expect(
            site["feeds/all.atom"].contains("<link rel=\"hub\" href=\"https://hub.example/ping\"")
        )
    }

    @Test func `names places to share at, with the story's address and title`() throws {
        let site = try ThemedSite([
            "site.txt": "share Far Away https://s.example/?u={url}&t={title}"
        ])
        let link =
            "<li><a href=\"https://s.example/?u=https%3A%2F%2Fexample.org%2F2026%2F01%2Fbridge%2F"
            + "&amp;t=Bridge%20reopens\">Far Away</a></li>"
        #expect(site.story.contains(link))
    }

    @Test func `replaces the style, or adds to it, and fills in where its assets lie`() throws {
        let theme = [
            "style.css": "h1{color:red}\n", "extra.css": "h2{background:url( 'assets/dot.svg' )}\n",
            "assets/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"2\"/></svg>",
        ]
        let site = try ThemedSite(theme)
        let style = try #require(site.asset("site"))
        let dot = try #require(site.asset("dot"))
        #expect(site[style] == "h1{color:red}\nh2{background:url(\"/\(dot)\")}\n")
        #expect(site.story.contains("<link rel=\"stylesheet\" href=\"/\(style)\">"))
        let added = try ThemedSite(theme.filter { $0.key != "style.css" })
        let plain = try ThemedSite(Theme())
        let both = added[try #require(added.asset("site"))]
        let builtIn = plain[try #require(plain.asset("site"))]
        #expect(both == builtIn + "h2{background:url(\"/\(dot)\")}\n")
    }

    @Test func `keeps in a style what brings nothing in`() throws {
        let style = """
            /* url(https://x) */
            @media print{a[href^="https://x"]::after{content:"url(https://x) \\" '"}}
            .md\\:wide{filter:url(#blur);width:calc(1px + 2%)}

            """
        let site = try ThemedSite(["style.css": style])
        #expect(site[try #require(site.asset("site"))] == style)
    }

    @Test func `brings its own icon, named by its content`() throws {
        let icon =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>"
        let site = try ThemedSite(["assets/icon.svg": icon])
        let path = try #require(site.asset("icon"))
        #expect(site[path] == icon)
        #expect(site.files.keys.count { $0.hasPrefix("assets/icon.") } == 1)
        #expect(site.story.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/\(path)\">"))
    }

    @Test func `puts its markup in four places`() throws {
        let site = try ThemedSite([
            "head.html": "<meta name=\"theme-color\" content=\"#fff\">\n",
            "masthead.html": "<p><img src=\"assets/logo.svg\" alt=\"A ship\" width=\"9\"></p>\n",
            "story-end.html": "<section><h2>Write to us</h2><p><a href=\"mailto:a@b.example\">Do"
                + "</a>.<br/></p></section>\n",
            "foot.html": "<p class=\"thanks\">Printed on rocks &amp; sand.</p>\n",
            "assets/logo.svg": "<svg/>",
        ])
        let logo = try #require(site.asset("logo"))
        #expect(site.story.contains("<meta name=\"theme-color\" content=\"#fff\">\n</head>"))
        #expect(site.story.contains("<img src=\"/\(logo)\" alt=\"A ship\" width=\"9\"></p>\n<nav"))
        #expect(site.story.contains("</article>\n<section><h2>Write to us</h2>"))
        #expect(
            site.story.contains("<p class=\"thanks\">Printed on rocks &amp; sand.</p>\n</footer>")
        )
        #expect(!site["index.html"].contains("Write to us"))
    }

    @Test func `has its own words, also for what happened to a story`() throws {
        let site = try ThemedSite([
            "labels/en.txt": "correction We were wrong\nretracted Taken back\nlatest Just in\n",
            "labels/ar.txt": "proof السجل",
        ])
        #expect(
            site.story.contains("<p><strong>We were wrong, 2 January 2026, 09:00 UTC+1:</strong>")
        )
        #expect(site["feeds/all.atom"].contains("We were wrong, 2 January"))
        #expect(
            site["2026/01/closing/index.html"].contains("<h1>Taken back: The bridge closes</h1>")
        )
        #expect(site["index.html"].contains("Taken back: The bridge closes"))
        #expect(site.story.contains("Just in</h2>"))
        #expect(site["2026/01/bridge-ar/index.html"].contains("<a href=\"proof/\">السجل</a>"))
    }

    @Test func `orders the blocks, and leaves out those that may go`() throws {
        let site = try ThemedSite([
            "blocks.txt": """
            front sections newest
            story headline byline dates picture notes body proof languages tags rail
            """
        ])
        let marks = [
            "<h1>", "class=\"byline\"", "class=\"dates\"", "class=\"note\"", "class=\"body\"",
            "class=\"proof\"", "id=\"languages\"", "class=\"tags\"", "</article>", "id=\"rail\"",
        ]
        let places = marks.map { mark in site.story.range(of: mark)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        for gone in [
            "class=\"label\"", "class=\"standfirst\"", "class=\"share\"", "id=\"related\"",
        ] {
            #expect(!site.story.contains(gone), "\(gone) is still there")
        }
        let front = site["index.html"]
        let (sections, newest) = (
            front.range(of: "<h2><a href=\"/sections/city/\">"),
            front.range(of: "class=\"stories\"")
        )
        #expect(try #require(sections).lowerBound < (try #require(newest)).lowerBound)
    }

    @Test func `keeps headline, dates, notes and body on every page, whatever it orders`() throws {
        let site = try ThemedSite(["blocks.txt": "story headline dates notes body"])
        for kept in [
            "<h1>Bridge reopens</h1>", "class=\"dates\"", "It was a year.", "for a year.</p>",
        ] {
            #expect(site.story.contains(kept))
        }
        #expect(!site.story.contains("<footer></footer>"))
    }

    @Test func `brings fonts, which are served as such`() throws {
        let font = Array("wOF2".utf8) + [0, 1, 0, 0]
        let site = try ThemedSite(
            Theme(files: [
                ("assets/serif.woff2", font),
                ("extra.css", Array("@font-face{src:url(assets/serif.woff2)}".utf8)),
            ])
        )
        let path = try #require(site.asset("serif"))
        var index = PressIndex()
        for file in site.files.values { index.add(file) }
        #expect(index.files[path]?.type == "font/woff2")
        #expect(site[try #require(site.asset("site"))].hasSuffix("url(\"/\(path)\")}"))
    }

    @Test func `makes the same bytes twice, in whatever order its files come`() throws {
        let files: [(name: String, bytes: [UInt8])] = [
            ("extra.css", Array("h1{color:red}".utf8)), ("assets/b.svg", Array("<svg/>".utf8)),
            ("assets/a.svg", Array("<svg/>".utf8)), ("site.txt", Array("tagline A\r\n".utf8)),
        ]
        let one = try ThemedSite(try Theme(files: files))
        let other = try ThemedSite(try Theme(files: files.reversed()))
        #expect(one.files == other.files)
    }

    @Test func `is read from a folder like from its files`() throws {
        let folder = try TemporaryFolder()
        let assets = folder.url.appending(path: "assets")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        try Data("<svg/>".utf8).write(to: assets.appending(path: "icon.svg"))
        try Data("tagline By the sea\n".utf8).write(to: folder.url.appending(path: "site.txt"))
        try Data("left by an editor".utf8).write(to: folder.url.appending(path: ".site.txt.swp"))
        let read = try ThemedSite(try Theme(in: folder.url))
        let given = try ThemedSite([
            "site.txt": "tagline By the sea\n", "assets/icon.svg": "<svg/>",
        ])
        #expect(read.files == given.files)
    }

    @Test func `kept receipt by receipt is the site built at once`() throws {
        let theme = try Theme(files: [
            ("blocks.txt", Array("story headline dates notes body rail\n".utf8)),
            ("labels/ar.txt", Array("correction خطأ\n".utf8)),
            ("foot.html", Array("<p>Printed.</p>".utf8)),
        ])
        let now = Moment(milliseconds: 1_767_254_400_000)
        let folder = try TemporaryFolder()
        let empty = PublicSite(try ThemedSite.settings(theme), sources: .none)
        var keeper = SiteKeeper(empty, in: folder.url)
        _ = try keeper.writeAll(asOf: now)
        for (receipt, document) in try ThemedSite.receipts() {
            _ = try keeper.take(receipt, document: document, keys: PublicKeys(), asOf: now)
        }
        var index = PressIndex()
        for file in try ThemedSite(theme).files.values { index.add(file) }
        #expect(keeper.index.files == index.files)
    }

    @Test(.timeLimit(.minutes(5)))
    func `shown by the press makes every page anew once, and then no more`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.publish()
        let theme = try Theme(files: [("site.txt", Array("tagline By the sea\n".utf8))])
        let first = try await Press.publish(room.ana, to: room.site, theme: theme)
        #expect(first.written > 1)
        #expect(try room.text("2026/01/bridge/index.html").contains("By the sea"))
        #expect(try await Press.publish(room.ana, to: room.site, theme: theme).written == 0)
        try await room.publish()
        #expect(!(try room.text("2026/01/bridge/index.html").contains("By the sea")))
    }
}
