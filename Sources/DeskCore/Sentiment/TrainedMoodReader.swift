/// Reads moods with a trained model: language, sentiment, intent and abuse in microseconds.
///
/// What it sees are words, runs of letters and the signs of the lexicons; irony, quotation and who
/// is meant it sees only as far as words betray them. Of a long text the first 4096 letters are
/// read. Reading asks for no memory once the reader is warm, and any number of threads may read.
public struct TrainedMoodReader: MoodReader {
  /// The stable name of this kind of reader, `trained`.
  public let name = "trained"
  /// The version of the model.
  public var version: Int { model.version }
  /// The model it reads with.
  public let model: MoodModel

  let table: LexiconTable
  let fold: FoldTable
  let forms: LetterForms
  let brand: BrandLexicon
  let pool = MoodRoomPool()

  /// A reader with a model and, if the desk has any, its own words.
  public init(model: MoodModel, brand: BrandLexicon = BrandLexicon()) {
    self.model = model
    self.brand = brand
    table = .shared
    fold = .shared
    forms = .shared
  }

  /// Reads one text; never fails, see `MoodReader`.
  public func read(_ text: String, language hint: Language?) -> MoodReading {
    let room = pool.take()
    defer { pool.giveBack(room) }
    var workspace = MoodWorkspace(room)
    let (language, index) = prepare(text, hint: hint, in: &workspace)
    return read(language, index ?? 0, in: workspace)
  }

  /// Reads a text whose language is known for certain, as training texts' is.
  package func read(_ text: String, knownAs language: Language) -> MoodReading {
    let room = pool.take()
    defer { pool.giveBack(room) }
    var workspace = MoodWorkspace(room)
    MoodScanner.scan(text, forms: forms, into: &workspace.text)
    LexiconSigns.read(&workspace, lane: Lane(language), table: table, fold: fold)
    return read(language, model.index(of: language) ?? 0, in: workspace)
  }

  private func read(
    _ language: Language, _ place: Int, in workspace: MoodWorkspace
  ) -> MoodReading {
    var sink = TallySink(table: model.moodTable, places: workspace.places)
    MoodFeatures.walk(
      workspace, language: place, isUzbek: language == .uzbek, forms: forms, into: &sink)
    return answer(sink.scores(model.steps), language, place, in: workspace)
  }

  /// Cuts the text, names its language, and looks its words up in the lexicons.
  func prepare(
    _ text: String, hint: Language?, in workspace: inout MoodWorkspace
  ) -> (language: Language, index: Int?) {
    MoodScanner.scan(text, forms: forms, into: &workspace.text)
    let found = LanguageHead.read(
      workspace.text, places: workspace.places, model: model, hint: hint)
    let lane = found.index.flatMap { model.lanes[$0] }
    LexiconSigns.read(&workspace, lane: lane, table: table, fold: fold)
    return found
  }
}
