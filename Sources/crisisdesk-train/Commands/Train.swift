import ArgumentParser

@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisisdesk-train",
    abstract: "Trains and measures the model that reads moods.",
    subcommands: [
      Build.self, Speed.self, Measure.self, Probe.self, Export.self, Study.self, SideStudy.self,
    ])
}
