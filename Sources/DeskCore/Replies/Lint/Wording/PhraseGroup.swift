/// What a phrase of the lists says.
enum PhraseGroup: String, CaseIterable {
  case blame, guarantee, never, time, money, acknowledge, privately, record, phone, passport
  /// Takes back what follows within two words of the same clause.
  case not
  /// Takes back what came before in the same clause: blame directly, a promise
  /// within two words.
  case after

  /// Why a phrase is a finding; nil for phrases that only help to judge others.
  var reason: LintReason? {
    switch self {
    case .blame: .blaming
    case .guarantee: .guarantee
    case .never: .neverAgain
    case .time: .promisedTime
    case .money: .promisedMoney
    default: nil
    }
  }

  /// Whether a phrase of this group promises something.
  var isPromise: Bool {
    self == .guarantee || self == .never || self == .time || self == .money
  }
}
