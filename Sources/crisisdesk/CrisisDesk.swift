import ArgumentParser

/// The command: verbs and live wiring, the only place where "live" is chosen.

struct CrisisDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisisdesk",
    abstract: "A crisis desk in the terminal: every mention, every answer, one pause key.",
    discussion: """
      Exit codes: 0 done, 1 something failed, 2 a rule of the desk said no, 3 the configuration or a \
      token needs a person, 4 the audit chain is broken, 64 the command line made no sense.
      """,
    version: "0.1.0",
    subcommands: [
      DashboardVerb.self, DemoVerb.self, DrillVerb.self, InitVerb.self, DoctorVerb.self,
      IngestVerb.self, ClassifyVerb.self, QueueVerb.self, ClaimVerb.self, WaitVerb.self,
      NoteVerb.self,
      JudgeVerb.self, CorrectVerb.self, CorrectionsVerb.self, TrainVerb.self, ReplyVerb.self,
      OutboxVerb.self, PostVerb.self, PauseVerb.self, ResumeVerb.self, ReceiptVerb.self,
      ScheduleVerb.self, LevelVerb.self, StatusVerb.self,
      AuditVerb.self, ServeVerb.self, SpikesVerb.self,
    ],
    defaultSubcommand: DashboardVerb.self)
}
