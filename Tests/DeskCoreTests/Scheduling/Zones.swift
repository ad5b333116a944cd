import DeskCore

/// Time zones for tests as tables, so that no machine's own data can change what is tested.
enum Zones {
  /// From each instant (seconds since the epoch) on, seconds east of Greenwich.
  private static let tables: [String: [(from: Int64, offset: Int)]] = [
    // 29 March 2026 01:00 UTC forward, 25 October 2026 01:00 UTC back.
    "Europe/Berlin": [(.min, 3600), (1_774_746_000, 7200), (1_792_890_000, 3600)],
    // 8 March 2026 07:00 UTC forward, 1 November 2026 06:00 UTC back.
    "America/New_York": [(.min, -18_000), (1_772_953_200, -14_400), (1_793_512_800, -18_000)],
    "Asia/Tashkent": [(.min, 18_000)],
    // 30 minutes: 4 April 2026 15:00 UTC back, 3 October 2026 15:30 UTC forward.
    "Australia/Lord_Howe": [(.min, 39_600), (1_775_314_800, 37_800), (1_791_041_400, 39_600)],
    "UTC": [(.min, 0)],
  ]

  static let book: ZoneBook = { name in
    tables[name].map { table in
      ZoneClock(name: name) { at in
        table.last { $0.from <= at.seconds }?.offset ?? 0
      }
    }
  }

  static func clock(_ name: String) -> ZoneClock { book(name) ?? .utc }
}
