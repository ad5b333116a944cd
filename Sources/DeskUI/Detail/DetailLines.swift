import DeskCore
import TerminalUI

/// The detail view as lines, and where each of its sections begins.
struct DetailLines: Hashable, Sendable {
  /// The sections a key can jump to.
  enum Section: Hashable, Sendable { case text, cluster, why, author, conversation, words }

  /// All lines, top to bottom.
  private(set) var lines: [StyledLine] = []
  /// The first line of each section that is there.
  private(set) var starts: [Section: Int] = [:]
  private let width: Int

  /// Lays a mention out in a width of at least 10 cells.
  init(_ model: DetailModel, width: Int) {
    self.width = max(10, width)
    addHead(model)
    addText(model.mention)
    addCluster(model)
    addUrgency(model)
    addAuthor(model)
    addConversation(model)
    addReasons(model)
  }

  private mutating func begin(_ section: Section, _ title: String) {
    if !lines.isEmpty { lines.append(StyledLine()) }
    starts[section] = lines.count
    add(title, .title)
  }

  private mutating func add(_ text: String, _ role: TerminalUI.Role = .text, indent: Int = 0) {
    lines += StyledLine.wrapped(text, role, width: width, indent: indent)
  }

  private mutating func addHead(_ model: DetailModel) {
    let mention = model.mention
    add(Words.detailWho(mention), .author)
    add(Words.detailWhen(mention, now: model.now, zone: model.zone), .timestamp)
    let (words, isLate) = Words.detailState(model)
    add(words, isLate ? .urgent : .text)
    if let reading = model.reading { add(Words.detailTarget(reading, model), .muted) }
    if let claim = mention.claim, claim.holds(at: model.now) {
      add(Words.detailClaim(claim, seat: model.seat, now: model.now), .marked)
    }
    if !model.readers.isEmpty { add(Words.detailReaders(model.readers), .muted) }
    if let draft = model.draft {
      add(Words.detailDraft(draft, seat: model.seat, now: model.now, zone: model.zone), .own)
    }
  }

  private mutating func addText(_ mention: Mention) {
    lines.append(StyledLine())
    starts[.text] = lines.count
    add(mention.incoming.text)
    let hidden = SafeText.hiddenScalars(in: mention.incoming.text)
    if !hidden.isEmpty { add(Words.detailHidden(hidden), .warning) }
    let links = DetailLinks.found(in: mention.incoming.text)
    for (index, link) in links.enumerated() {
      add(Words.detailLink(link, number: index + 1), .link)
    }
    if let url = mention.incoming.url { add(Words.detailAddress(url), .muted) }
  }

  private mutating func addCluster(_ model: DetailModel) {
    guard let share = model.mention.cluster else { return }
    begin(.cluster, Words.detailCluster(share))
    for other in model.members {
      let line = Words.detailMember(other, now: model.now)
      lines.append(StyledLine("  " + TextWidth.truncate(line, to: width - 2)))
    }
    let waiting = share.open - (model.mention.state == .open ? 1 : 0)
    if waiting > model.members.count {
      add(Words.andMore(waiting - model.members.count), indent: 2)
    }
    add(Words.detailClusterKeys(share), .muted)
  }

  private mutating func addUrgency(_ model: DetailModel) {
    begin(.why, Words.detailWhy)
    for line in UrgencyLine.lines(model) {
      lines.append(
        StyledLine("  " + line.name, line.isTotal ? .title : .text)
          .adding(String(repeating: " ", count: line.gap))
          .adding(line.amount, line.isTotal ? .title : .text))
    }
    add(Words.detailWhyNote, .muted)
  }

  private mutating func addAuthor(_ model: DetailModel) {
    begin(.author, Words.detailAuthor)
    let author = model.card?.author ?? model.mention.incoming.author
    for line in Words.detailAuthorLines(author, card: model.card, now: model.now, zone: model.zone)
    {
      add(line, indent: 2)
    }
  }

  private mutating func addConversation(_ model: DetailModel) {
    begin(.conversation, Words.detailConversation(model.entries.count))
    for entry in model.entries {
      switch entry {
      case .mention(let mention):
        let isThis = mention.id == model.mention.id
        let head = Words.detailEntry(mention, isThis: isThis, now: model.now, zone: model.zone)
        add(head, isThis ? .marked : .author, indent: 2)
        add(mention.incoming.text, isThis ? .muted : .text, indent: 4)
      case .ours(let item):
        add(Words.detailOurs(item, now: model.now, zone: model.zone), .own, indent: 2)
        if !item.detail.isEmpty { add(item.detail, .muted, indent: 4) }
        add(item.content.text, indent: 4)
        if item.state == .awaitingApproval {
          add(Words.expiry(item, now: model.now).words, .warning, indent: 4)
        }
        for line in Words.diffLines(item, now: model.now, zone: model.zone) {
          add(line, .muted, indent: 4)
        }
      case .note(let note):
        add(Words.detailNote(note, now: model.now, zone: model.zone), .marked, indent: 2)
        add(note.text, indent: 4)
      }
    }
  }

  private mutating func addReasons(_ model: DetailModel) {
    begin(.words, Words.detailMood(model.correction?.model ?? model.mention.mood))
    if let record = model.correction {
      add(Words.detailCorrection(record, now: model.now, zone: model.zone), .marked, indent: 2)
    }
    if model.reasons.isEmpty { add(Words.detailNoReasons, .muted, indent: 2) }
    for reason in model.reasons {
      let role: TerminalUI.Role = reason.weight < 0 ? .negative : .positive
      add(Words.detailReason(reason), role, indent: 2)
    }
  }
}
