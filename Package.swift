// swift-tools-version: 6.3
import PackageDescription

// The house: bottom (DeskCore, TerminalUI, CNcurses, CZlib, Themes), middle (one target per boundary
// or fenced dependency), top (the commands). Tests/RepositoryTests holds the import rules.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "crisisdesk",
  products: [
    .library(name: "DeskCore", targets: ["DeskCore"]),
    .executable(name: "crisisdesk", targets: ["crisisdesk"]),
    .executable(name: "crisisdesk-bench", targets: ["crisisdesk-bench"]),
    .executable(name: "crisisdesk-train", targets: ["crisisdesk-train"]),
    .executable(name: "crisisdesk-torture", targets: ["crisisdesk-torture"]),
    .library(name: "StretchedClock", type: .dynamic, targets: ["CStretchedClock"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    // Bottom.
    .target(
      name: "DeskCore", resources: [.embedInCode("Drills/demo.tsv")], swiftSettings: settings),
    .target(name: "TerminalUI", swiftSettings: settings),
    .target(
      name: "CNcurses", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    // The model lies in the program's read-only data: the assembler takes the file in as it is.
    .target(
      name: "CMoodModel", exclude: ["model"], cSettings: [.headerSearchPath("model")]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("dark.toml"), .embedInCode("light.toml"), .embedInCode("high-contrast.toml"),
        .embedInCode("colour-blind.toml"), .embedInCode("mono.toml"),
        .embedInCode("terminal.toml"),
      ],
      swiftSettings: settings),

    // Middle.
    .target(
      name: "NcursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: settings),
    .target(
      name: "DeskUI", dependencies: ["DeskCore", "TerminalUI"], swiftSettings: settings),
    .target(
      name: "ShippedMood", dependencies: ["DeskCore", "CMoodModel"], swiftSettings: settings),
    .target(name: "MoodLearning", dependencies: ["DeskCore"], swiftSettings: settings),
    .target(name: "DeskServices", dependencies: ["DeskCore"], swiftSettings: settings),
    .target(
      name: "DeskConnectors",
      dependencies: [
        "DeskCore", "CZlib",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: settings),
    .target(
      name: "DeskStore",
      dependencies: [
        "DeskCore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "DeskConfiguration",
      dependencies: ["DeskCore", "TerminalUI", "Themes"],
      swiftSettings: settings),

    // Top.
    .executableTarget(
      name: "crisisdesk",
      dependencies: [
        "DeskCore", "TerminalUI", "NcursesTerminal", "DeskUI", "DeskServices", "DeskConnectors",
        "DeskStore", "DeskConfiguration", "MoodLearning", "ShippedMood",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "crisisdesk-bench",
      dependencies: ["DeskCore", "DeskServices", "DeskStore", "DeskUI", "TerminalUI"],
      swiftSettings: settings),

    // What the torture preloads into the program, so it is linked into nothing.
    .target(name: "CStretchedClock", cSettings: [.define("_GNU_SOURCE")]),
    .executableTarget(
      name: "crisisdesk-torture",
      dependencies: [
        "DeskCore", "DeskTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "crisisdesk-train",
      dependencies: [
        "DeskCore", "CZlib", "MoodLearning", "ShippedMood",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Training"], swiftSettings: settings),

    // Tests.
    .target(
      name: "DeskTesting",
      dependencies: [
        "DeskCore", "TerminalUI",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DeskCoreTests", dependencies: ["DeskCore", "DeskTesting"], swiftSettings: settings),
    .testTarget(
      name: "DeskConfigurationTests",
      dependencies: ["DeskCore", "TerminalUI", "Themes", "DeskConfiguration"],
      swiftSettings: settings),
    .testTarget(
      name: "DeskUITests", dependencies: ["DeskCore", "TerminalUI", "DeskUI"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(name: "RepositoryTests", swiftSettings: settings),
    .testTarget(
      name: "DeskCoreExampleTests", dependencies: ["DeskCore"], swiftSettings: settings),
    .testTarget(
      name: "SentimentQualityTests", dependencies: ["DeskCore", "ShippedMood"],
      exclude: ["Texts"], swiftSettings: settings),
    .testTarget(
      name: "MoodLearningTests", dependencies: ["DeskCore", "MoodLearning", "ShippedMood"],
      swiftSettings: settings),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI"], swiftSettings: settings),
    .testTarget(
      name: "DeskStoreTests",
      dependencies: [
        "DeskCore", "DeskStore", "DeskTesting", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DeskServicesTests",
      dependencies: ["DeskCore", "DeskServices", "DeskConnectors", "DeskTesting"],
      swiftSettings: settings),
    .testTarget(
      name: "DeskConnectorsTests",
      dependencies: [
        "DeskCore", "DeskConnectors", "DeskTesting",
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StoryTests",
      dependencies: [
        "DeskCore", "DeskServices", "DeskStore", "DeskTesting", "DeskUI", "TerminalUI",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TortureTests", dependencies: ["DeskTesting", "crisisdesk-torture"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["DeskCore", "DeskTesting", "crisisdesk"],
      swiftSettings: settings),
  ]
)
