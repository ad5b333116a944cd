import ArgumentParser
import DeskConfiguration
import DeskConnectors
import DeskCore
import DeskServices
import DeskStore
import DeskUI
import Foundation
import TerminalUI

/// One desk, opened: configuration, database, accounts, and who acts.
struct DeskSession: Sendable {
  let configuration: DeskConfiguration
  let places: DeskPlaces
  let store: DeskDatabase
  let connectors: [any Connector]
  let accounts: AccountBook
  let seat: Seat
  let bell = Doorbell()
  let isDemo: Bool
  /// What the services wait by.
  let clock = ProcessClock.services
  let json: Bool
  let judge: MentionJudge
  /// Shows the level to those who judge mentions.
  let gauge: LevelGauge
  /// How soon people are answered, in which hours, and what each level changes.
  let service: ServiceLevels
  let zone: DeskZone?
  let keymap: Keymap
  /// The macros of this desk.
  let macros: MacroBook
  /// What everybody reads when an answer goes on in private.
  let channel: PrivateChannel
  /// Reads moods, with the model and the words the desk asked for when it was opened.
  let mood: TrainedMoodReader
  /// Reads moods with what the desk asks for now; a change is carried through what is stored.
  let currentMood: CurrentMood

  /// Whether a desk is set up in the person's own folders.
  static var isConfigured: Bool { places(nil).isConfigured }

  static func places(_ folder: String?) -> DeskPlaces {
    DeskPlaces(desk: folder, environment: ProcessInfo.processInfo.environment)
  }

  /// Opens the desk in `folder`, or the one of the XDG folders.
  init(folder: String?, seat: String?, json: Bool) throws {
    let places = Self.places(folder)
    let configuration = try places.configuration() ?? DeskConfiguration()
    let connectors: [any Connector] = configuration.accounts.map { account in
      MastodonConnector(settings: Self.settings(account, places: places))
    }
    try self.init(
      places: places, configuration: configuration, connectors: connectors, seat: seat,
      json: json, isDemo: false)
  }

  /// Opens the invented desk in a folder of its own.
  static func demo(folder: String, seat: String?, speed: Double) throws -> DeskSession {
    var configuration = DeskConfiguration()
    configuration.name = "demo"
    configuration.zone = ProcessInfo.processInfo.environment["TZ"] ?? "UTC"
    let connector = DemoConnector(speed: speed)
    let session = try DeskSession(
      places: DeskPlaces(folder: folder), configuration: configuration, connectors: [connector],
      seat: seat, json: false, isDemo: true)
    _ = try DemoService(speed: speed).schedulePosts(
      handler: session.handler, intake: session.store, at: .now)
    return session
  }

  /// Opens an invented desk on which a crisis will run, in a folder of its own.
  static func drill(_ drill: Drill, folder: String, seat: String?) throws -> DeskSession {
    var configuration = DeskConfiguration()
    configuration.name = "drill"
    let places = DeskPlaces(folder: folder)
    let (reader, _) = try MoodChoice.reader(configuration, places: places)
    let connector = DrillConnector(drill: drill, reader: reader, clock: ProcessClock.services)
    return try DeskSession(
      places: places, configuration: configuration, connectors: [connector], seat: seat,
      json: false, isDemo: true)
  }

  /// Gives the desk of a drill its past.
  func prepare(_ drill: Drill) async throws {
    guard let connector = connectors.first as? DrillConnector else { return }
    let intake = IntakeService(store: store, judge: judge, clock: clock)
    try rereading.begin()
    try await DrillService(drill: drill, store: store)
      .prepare(connector: connector, intake: intake, brand: configuration.seriesName)
  }

  private init(
    places: DeskPlaces, configuration: DeskConfiguration, connectors: [any Connector],
    seat: String?, json: Bool, isDemo: Bool
  ) throws {
    self.places = places
    self.configuration = configuration
    self.connectors = connectors
    self.json = json
    self.isDemo = isDemo
    self.seat = seat.map { Seat($0) } ?? configuration.seat ?? Seat(NSUserName())
    try places.makeFolders()
    store = try DeskDatabase(path: places.databaseFile)
    accounts = AccountBook(connectors: connectors)
    zone = DeskZone(name: configuration.zone)
    let clock = Self.offset(zone)
    channel = PrivateChannel(
      contact: configuration.contact,
      saved: SavedReplyShelf(folder: places.repliesFolder).read(offset: clock).replies)
    let macroText = FileManager.default.contents(atPath: places.macrosFile) ?? Data()
    macros = MacroBook(text: String(decoding: macroText, as: UTF8.self), name: "macros")
    keymap = try Self.keymap(configuration, macros: macros, file: places.configurationFile)
    let (mood, name) = try Self.mood(configuration, places: places)
    self.mood = mood
    currentMood = CurrentMood(mood, model: name)
    gauge = LevelGauge(try store.lastMove()?.change.level ?? .calm)
    service = ServiceLevels(
      targets: configuration.targets, rules: configuration.rules,
      calendar: WorkCalendar(
        hours: configuration.hours ?? .always, offset: Self.offset(zone)),
      levels: Self.levels(configuration), zone: configuration.zone)
    judge = MentionJudge(
      reader: currentMood, service: service, gauge: gauge,
      replayed: isDemo ? Set(connectors.map(\.account.id)) : [])
    try handler.enrol(at: .now)
  }

  /// Carries out commands for this session's seat and rings for the services.
  var handler: CommandHandler {
    let bell = bell
    let rules = DeskRules(
      team: configuration.team, accounts: accounts, service: service, approvals: approvals,
      lint: lint, repeats: configuration.repeats, channel: channel,
      countdownSeconds: configuration.countdownSeconds,
      zones: Self.zones)
    return CommandHandler(store: store, rules: rules) { _ in bell.ring() }
  }

  private static func mood(
    _ configuration: DeskConfiguration, places: DeskPlaces
  ) throws -> (TrainedMoodReader, name: String) {
    do throws(MoodChoice.Problem) {
      return try MoodChoice.reader(configuration, places: places)
    } catch {
      Output.note(error.description)
      throw ExitCode.misconfigured
    }
  }

  /// Carries a change of the model through what is stored.
  var rereading: RereadingService {
    RereadingService(store: store, mood: currentMood, clock: clock)
  }

  /// What the screen reads by.
  var librarian: Librarian {
    Librarian(
      reader: store, mood: currentMood, seat: seat, brand: configuration.seriesName,
      shelf: { [savedReplies, offset] in
        let content = savedReplies.read(offset: offset)
        return (content.replies, content.problems)
      }, offset: offset, describe: Sentence.of)
  }

  /// The time zones this machine knows.
  static let zones: ZoneBook = { name in
    DeskZone(name: name).map { zone in
      ZoneClock(name: name) { zone.offsetSeconds(at: $0) }
    }
  }

  /// How far apart the posts of each account are to be.
  var spacing: [AccountID: Span] {
    Dictionary(configuration.accounts.compactMap { a in a.spacing.map { (a.id, $0) } }) { $1 }
  }

  /// What each level changes here.
  var levels: LevelRules { service.levels }

  /// Who else must say yes to what is sent.
  private var approvals: ApprovalsByRole {
    let isTeam = configuration.team.roles.count >= 2
    return ApprovalsByRole(levels: levels, roles: isTeam ? configuration.approvals : [:])
  }

  /// One person alone has nobody to ask: approvals are for desks that name at least two seats.
  private static func levels(_ configuration: DeskConfiguration) -> LevelRules {
    var levels = configuration.levels
    guard configuration.team.roles.count < 2 else { return levels }
    for level in Level.allCases { levels[level].approvals = 0 }
    return levels
  }

  /// Seconds east of Greenwich on the desk's clocks at an instant.
  private var offset: @Sendable (Timestamp) -> Int { Self.offset(zone) }

  private static func offset(_ zone: DeskZone?) -> @Sendable (Timestamp) -> Int {
    { zone?.offsetSeconds(at: $0) ?? 0 }
  }

  /// The saved replies of this desk.
  var savedReplies: SavedReplyShelf { SavedReplyShelf(folder: places.repliesFolder) }

  /// The themes of the program and of this desk.
  var themes: ThemeShelf { ThemeShelf(folder: places.themesFolder) }

  /// The theme the configuration asks for.
  var themeName: String { configuration.theme ?? themes.names[0] }

  /// Where what would spoil the screen goes.
  var logPath: String { "\(places.logFolder)/crisisdesk.log" }

  /// The services of this desk, not yet running.
  func host(tell: @escaping @Sendable (String) -> Void) -> ServiceHost {
    ServiceHost(
      store: store, connectors: connectors, judge: judge, rereading: rereading,
      alerts: AlertService(
        store: store, brand: configuration.seriesName, topics: configuration.topics,
        offset: offset, clock: clock),
      due: DueService(store: store, service: service, gauge: gauge, clock: clock),
      telling: telling,
      moodWatch: isDemo ? nil : MoodWatch(places: places, mood: currentMood, tell: tell),
      approvals: approvals, bell: bell, clock: clock, tell: tell)
  }

  /// The dashboard's state before anything is read.
  func screenState(size: Size, themes: [String], themeName: String) -> DeskState {
    return DeskState(
      size: size, now: .now, seat: seat, role: configuration.team.role(of: seat), isDemo: isDemo,
      keymap: keymap, themes: themes, themeName: themeName, accounts: screenAccounts,
      service: service, replyValues: replyValues, lint: lint, channel: channel,
      macros: macros.macros, offset: offset)
  }

  /// How answers are read before they go, by the screen and by every decision.
  private var lint: AnswerLint {
    AnswerLint(allowedHosts: configuration.allowedHosts, contact: configuration.contact)
  }

  /// The desk's own values for the variables of saved replies.
  private var replyValues: [String: String] {
    let contact = configuration.contact
    return ["brand": configuration.brand, "contact": contact.line, "link": contact.form]
  }

  private var screenAccounts: [DeskAccount] {
    let spacing = spacing
    return connectors.map {
      DeskAccount(
        account: $0.account, ruler: $0.ruler, capabilities: $0.capabilities,
        spacing: spacing[$0.account.id])
    }
  }

  private static func keymap(
    _ configuration: DeskConfiguration, macros: MacroBook, file: String
  ) throws -> Keymap {
    let overrides = configuration.keys.map { ($0.action, $0.keys.joined(separator: " ")) }
    do {
      return try Keymap().applying(
        overrides: Dictionary(overrides) { $1 }, macros: Set(macros.macros.map(\.name)))
    } catch {
      throw KeyProblem(conflicts: error, keys: configuration.keys, file: file)
    }
  }

  static func settings(
    _ account: AccountConfiguration, places: DeskPlaces
  ) -> MastodonSettings {
    var settings = MastodonSettings(account: account.id, baseURL: account.baseURL) {
      let environment = ProcessInfo.processInfo.environment
      return try account.token.read(places: places, environment: environment).reveal()
    }
    settings.trustedCertificates = account.certificates.map {
      places.resolve($0, environment: ProcessInfo.processInfo.environment)
    }
    settings.handle = account.handle ?? ""
    settings.words = account.watchWords
    settings.hashtags = account.watchHashtags
    if let proxy = account.proxy.flatMap({ URLComponents(string: $0) }), let host = proxy.host {
      settings.proxy = ProxyAddress(host: host, port: proxy.port ?? 8080)
    }
    return settings
  }
}
