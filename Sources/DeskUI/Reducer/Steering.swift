import DeskCore
import TerminalUI

extension DeskState {
  /// Chooses what is seen: panes, layers and filters.
  mutating func steer(_ verb: Verb, _ argument: String) -> [Effect] {
    switch verb {
    case .stream: focus(.stream)
    case .graph: focus(.graph)
    case .queue: focus(.queue)
    case .posts: focus(.posts)
    case .nextPane: focus(focus.moved(by: 1))
    case .previousPane: focus(focus.moved(by: -1))
    case .zoom: isZoomed.toggle()
    case .calendar: changeCalendar(argument)
    case .open: return open()
    case .back: return back()
    case .follow: toggleFreeze()
    case .search:
      layers.append(.prompt(Prompt(kind: .search, field: TextField(filterLine))))
    case .filter: return setFilter(argument)
    case .clear: return setFilter("")
    case .order: return order(by: argument)
    case .nextBreach: return goToNextBreach()
    case .alerts: return openAlerts()
    case .approvals: return openApprovals()
    case .acknowledge: return acknowledgeAlert()
    case .snoozeAlert: return snoozeAlert(nil, argument) ?? []
    default: break
    }
    return []
  }

  private mutating func focus(_ pane: Pane) {
    focus = pane
    layers.removeAll {
      if case .detail = $0 { true } else { false }
    }
  }

  private mutating func toggleFreeze() {
    stream.isFrozen.toggle()
    if stream.isFrozen {
      stream.window.setFollowing(false)
    } else if stream.window.index == 0, stream.waiting.isEmpty {
      stream.window.setFollowing(true)
    }
    say(stream.isFrozen ? Words.frozen : Words.thawed)
  }

  private mutating func open() -> [Effect] {
    switch focus {
    case .stream, .queue:
      guard let mention = target else { return [] }
      if case .detail = layers.last, let share = mention.cluster, share.open > 1,
        filter.cluster != share.cluster
      {
        return openCluster(share)
      }
      return openDetail(mention.id)
    case .graph:
      guard let range = graph.state.selection else {
        say(Words.noTimeCursor, .refused)
        return []
      }
      var narrowed = filter
      narrowed.occurred = range
      focus = .stream
      return apply(narrowed, line: FilterPrinter.line(narrowed))
    case .posts:
      guard let row = posts.selected else { return [] }
      layers.append(.notice(Words.postNotice(row, now: now, zone: zone)))
      return []
    }
  }

  mutating func openDetail(_ id: MentionID) -> [Effect] {
    if case .detail(let detail) = layers.last, detail.mention == id { return [] }
    layers.removeAll {
      if case .detail = $0 { true } else { false }
    }
    layers.append(.detail(DetailLayer(mention: id)))
    return ask(.detail(id))
  }

  /// Leaves one level: the layer on top, then the zoom, then the filter; never the program.
  mutating func back() -> [Effect] {
    if let top = layers.popLast() {
      if case .composer(let composer, _) = top {
        answerRow = nil
        return keep(composer)
      }
      return []
    }
    if !marked.isEmpty {
      forgetMarks()
    } else if isZoomed {
      isZoomed = false
    } else if graph.state.cursor != nil, focus == .graph {
      graph.state.release()
    } else if !filter.isEmpty {
      return setFilter("")
    } else {
      say(Words.nothingToLeave)
    }
    return []
  }

  /// Reads a filter line and, when it can be read, applies it.
  mutating func setFilter(_ text: String) -> [Effect] {
    do {
      return apply(try FilterParser.parse(text, zone: zone), line: text)
    } catch {
      say(Words.filterProblem(error), .refused)
      return []
    }
  }

  private mutating func apply(_ filter: MentionFilter, line: String) -> [Effect] {
    self.filter = filter
    filterLine = line
    counts = nil
    stream = MentionList(follows: true)
    queue = MentionList(follows: false)
    loading = []
    struck = [:]
    return refresh()
  }
}
