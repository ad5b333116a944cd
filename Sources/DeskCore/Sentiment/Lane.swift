/// The languages the lexicon reader knows, as positions in its tables.
enum Lane: Int, CaseIterable, Sendable {
  case english, arabic, persian, uzbek, ukrainian, russian

  var language: Language {
    switch self {
    case .english: .english
    case .arabic: .arabic
    case .persian: .persian
    case .uzbek: .uzbek
    case .ukrainian: .ukrainian
    case .russian: .russian
    }
  }

  init?(_ language: Language) {
    guard let lane = Lane.allCases.first(where: { $0.language == language }) else { return nil }
    self = lane
  }
}

/// One value for each lane; the last two places are unused.
typealias PerLane<Value: SIMDScalar> = SIMD8<Value>
