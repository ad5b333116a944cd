import DeskCore

extension DeskState {
  /// Shows a claim in every row of its conversation.
  mutating func take(_ claim: Claim) {
    for index in queue.mentions.indices
    where queue.mentions[index].conversation == claim.conversation {
      queue.mentions[index].claim = claim
    }
    for index in stream.mentions.indices
    where stream.mentions[index].conversation == claim.conversation {
      stream.mentions[index].claim = claim
    }
  }

  /// Somebody else was first: the rows and the composer that asked say who.
  mutating func lost(to claim: Claim) {
    take(claim)
    for index in layers.indices {
      guard case .composer(var composer, let problem) = layers[index] else { continue }
      composer.lose(to: claim)
      layers[index] = .composer(composer, problem: problem)
    }
  }

  /// This seat's claims that hold now, by conversation, as the loaded rows tell.
  var ownClaims: [ConversationID: Claim] {
    let claims = (queue.mentions + stream.mentions).compactMap(\.claim)
    let own = claims.filter { $0.seat == seat && $0.holds(at: now) }
    return Dictionary(own.map { ($0.conversation, $0) }) { $1 }
  }

  /// Says of which conversations that were this seat's somebody else has become the holder.
  mutating func tellStolen(since own: [ConversationID: Claim]) {
    guard !own.isEmpty else { return }
    for mention in queue.mentions + stream.mentions {
      guard let claim = mention.claim, let before = own[claim.conversation],
        claim.blocks(seat, at: now), claim.since >= before.since
      else { continue }
      lost(to: claim)
      return say(Words.stolen(claim, from: mention.incoming.author.handle), .warning)
    }
  }
}
