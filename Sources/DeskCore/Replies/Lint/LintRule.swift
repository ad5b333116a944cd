/// What a finding is about, one case for each rule of the lint.
public enum LintRule: String, Codable, Sendable, CaseIterable {
  /// The text is longer than the platform takes, or than a public answer should be.
  case length
  /// Words that argue, or put the blame on the reader.
  case blame
  /// An answer to a complaint that neither regrets, thanks nor understands.
  case acknowledgement
  /// A promise that somebody will have to keep.
  case promise
  /// Data that belongs to one person: card, telephone, address, passport, account.
  case personalData = "personal-data"
  /// Capitals and rows of exclamation marks.
  case shouting
  /// An order, account or booking is named in public and nobody is asked to a private channel.
  case privateChannel = "private-channel"
  /// A link that is not on the list of allowed hosts, or that looks like one that is.
  case link
  /// A `{variable}` that nobody filled.
  case variable
}

/// Why exactly; the key of a sentence in the catalogue of words.
public enum LintReason: String, Codable, Sendable, CaseIterable {
  /// Over the platform's limit.
  case overLimit = "over-limit"
  /// Within the limit, but long for an answer that everybody reads.
  case longInPublic = "long-in-public"
  /// Arguing or blaming words.
  case blaming
  /// No word of regret, thanks or understanding.
  case noAcknowledgement = "no-acknowledgement"
  /// A guarantee or a solemn word.
  case guarantee
  /// "It will never happen again."
  case neverAgain = "never-again"
  /// A day or an hour by which something will be done.
  case promisedTime = "promised-time"
  /// Money is promised.
  case promisedMoney = "promised-money"
  /// The number of a payment card.
  case card
  /// A telephone number.
  case phone
  /// An e-mail address.
  case email
  /// The number of a passport or identity card, by its shape.
  case passport
  /// The number of a bank account.
  case iban
  /// Words in capitals.
  case capitals
  /// Three or more exclamation or question marks in a row.
  case marks
  /// The answer itself shows the number of an order, account or booking to everybody.
  case recordInReply = "record-in-reply"
  /// The person named one, and the answer offers no private channel.
  case recordInMention = "record-in-mention"
  /// A host that is not on the list.
  case unknownHost = "unknown-host"
  /// A host that imitates an allowed one, or mixes alphabets.
  case lookalikeHost = "lookalike-host"
  /// A variable without a value.
  case unfilled
}
