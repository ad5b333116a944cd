import ArgumentParser
import DeskCore
import Foundation

/// `crisisdesk spikes`: the desk's detector as a filter for any count; needs no desk.
struct SpikesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spikes", abstract: "Tell spikes in lines of timestamp,value as they come.",
    discussion: """
      Writes timestamp,value,score,alarm for each line at once. The score says how unusual a value \
      is: on normal days one in a hundred is above 0.99. The alarm is 1 on the row that raises one, \
      at the setting of the desk, and 0 elsewhere. Times may be local or carry a zone, a header may \
      name the columns. Lines that make no sense are reported and left out; times without a line \
      were not seen and are not taken for zeros.
      """)

  @Option(help: "How far apart the rows are: 30s, 5m, 1h, 1d.") var period = "5m"
  @Flag(help: "Write one JSON object a line.") var json = false
  @Argument(help: "A file, or '-' for standard input.") var file = "-"

  func validate() throws {
    guard SpikePeriod.seconds(period) != nil else {
      throw ValidationError("--period takes a number with s, m, h or d, a day at most")
    }
  }

  func run() throws {
    try Input.redirect(from: file)
    var filter = SpikeFilter(periodSeconds: SpikePeriod.seconds(period) ?? 300, isJSON: json)
    if let header = filter.header { Output.line(header) }
    while let line = readLine() {
      switch filter.take(line) {
      case .row(let row): Output.line(row)
      case .nothing: break
      case .skipped(let line, let reason): Output.note("line \(line): \(reason)")
      }
    }
  }
}
