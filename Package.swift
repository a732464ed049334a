// swift-tools-version: 6.3
import PackageDescription

// The house, from the roof to the cellar. A target imports only what stands below it in this
// list; TidyTests holds the sources to that, because SwiftPM alone would not.
let package = Package(
    name: "stet",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "stet", targets: ["stet"]),
        .executable(name: "stet-lab", targets: ["stet-lab"]),
        .library(name: "Prose", targets: ["Prose"]),
        .library(name: "Newsroom", targets: ["Newsroom"]),
        .library(name: "Ledger", targets: ["Ledger"]),
        .library(name: "Press", targets: ["Press"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "stet-lab",
            dependencies: [
                "TestSupport", "Desk", "PressSupport", "Exchange", "Press", "Store", "SyncProtocol",
                "Ledger", "Signing", "Newsroom", "Prose", "CZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "stet",
            dependencies: [
                "Desk", "Hub", "Store", "SyncProtocol", "Signing", "Newsroom",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "Desk",
            dependencies: [
                "CLineEditor", "Exchange", "Press", "Store", "SyncProtocol", "Ledger", "Signing",
                "Newsroom", "Prose",
            ]
        ),
        .target(
            name: "Hub",
            dependencies: [
                "Press", "Store", "SyncProtocol", "Ledger", "Signing", "Newsroom",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "Exchange",
            dependencies: [
                "Press", "Store", "SyncProtocol", "Ledger", "Signing", "Newsroom",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .target(
            name: "Press",
            dependencies: ["CMarkdown", "Store", "Ledger", "Signing", "Newsroom", "Prose"],
            resources: [
                .embedInCode("Checking/verify_inclusion.sh"),
                .embedInCode("Checking/verify_proof.sh"),
                .embedInCode("Site/site.css"),
            ]
        ),
        .target(
            name: "Store",
            dependencies: [
                "SyncProtocol", "Ledger", "Signing", "Newsroom", "Prose",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(name: "SyncProtocol", dependencies: ["Ledger", "Signing", "Newsroom"]),
        .target(name: "Ledger", dependencies: ["CZlib", "Signing", "Newsroom", "Prose"]),
        .target(name: "Signing", dependencies: ["COpenSSL"]),
        .target(name: "Newsroom", dependencies: ["Prose"]),
        .target(name: "Prose"),
        .target(
            name: "TestSupport",
            dependencies: [
                "Desk", "Hub", "Exchange", "Press", "Store", "Ledger", "Signing", "Newsroom",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/TestSupport"
        ),
        .target(
            name: "PressSupport",
            dependencies: ["Press", "Newsroom"],
            path: "Tests/PressSupport"
        ),
        .target(
            name: "ForeignBytes",
            dependencies: ["SyncProtocol", "Ledger", "Signing", "Newsroom"],
            path: "Tests/Fuzz/ForeignBytes"
        ),
        .testTarget(name: "DeskTests", dependencies: ["TestSupport", "Desk", "Store", "Newsroom"]),
        .testTarget(
            name: "HubTests",
            dependencies: [
                "TestSupport", "Hub", "Exchange", "Press", "Store", "SyncProtocol", "Ledger",
                "Signing", "Newsroom",
            ]
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["TestSupport", "ForeignBytes", "Ledger", "Signing", "Newsroom"]
        ),
        .testTarget(
            name: "NewsroomTests",
            dependencies: ["TestSupport", "Ledger", "Signing", "Newsroom"]
        ),
        .testTarget(
            name: "PressTests",
            dependencies: [
                "TestSupport", "PressSupport", "Press", "Store", "Ledger", "Signing", "Newsroom",
            ]
        ),
        .testTarget(name: "ProseTests", dependencies: ["TestSupport", "Prose"]),
        .testTarget(name: "SigningTests", dependencies: ["Signing"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "TestSupport", "Store", "SyncProtocol", "Ledger", "Signing", "Newsroom",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(name: "StetTests", dependencies: ["TestSupport", "stet", "stet-lab"]),
        .testTarget(
            name: "SyncProtocolTests",
            dependencies: ["TestSupport", "SyncProtocol", "Ledger", "Signing", "Newsroom"]
        ),
        .testTarget(name: "TidyTests"),
        .testTarget(name: "TranscriptTests", dependencies: ["TestSupport", "Desk"]),
        .systemLibrary(name: "CLineEditor", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(
            name: "CMarkdown",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    ]
)

// Fuzz targets need the sanitizer that `tools/fuzz` asks for, so they are there only for it.
if Context.environment["STET_FUZZ"] != nil {
    package.targets += [
        .executableTarget(
            name: "FuzzLedger",
            dependencies: ["ForeignBytes"],
            path: "Tests/Fuzz/FuzzLedger"
        ),
        .executableTarget(
            name: "FuzzPress",
            dependencies: ["Press"],
            path: "Tests/Fuzz/FuzzPress"
        ),
        .executableTarget(
            name: "FuzzProse",
            dependencies: ["Prose"],
            path: "Tests/Fuzz/FuzzProse"
        ),
    ]
}

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335: an existential says `any`
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: an import is a private matter
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: no members by way of others
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461: `async` stays put
    .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
    .strictMemorySafety(),  // SE-0458: `unsafe` marks each unsafe expression
    .treatAllWarnings(as: .error),  // SE-0480: ours only; a dependency keeps its own counsel
]
for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + house
}
