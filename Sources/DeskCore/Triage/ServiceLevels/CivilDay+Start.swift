extension CivilDay {
  /// The day on which `instant` falls where clocks are `offsetSeconds` east of Greenwich.
  init(_ instant: Timestamp, offsetSeconds: Int) {
    let local = instant.seconds + Int64(offsetSeconds)
    self.init(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The first instant at which clocks show this day or a later one.
  ///
  /// - Parameter offset: seconds east of Greenwich at an instant.
  func start(offset: (Timestamp) -> Int) -> Timestamp {
    let midnight = number * 86_400
    // No zone is further than 18 hours from Greenwich.
    var (low, high) = (midnight - 64_800, midnight + 64_800)
    while high - low > 1 {
      let middle = (low + high) / 2
      if middle + Int64(offset(Timestamp(seconds: middle))) >= midnight {
        high = middle
      } else {
        low = middle
      }
    }
    return Timestamp(seconds: high)
  }
}
