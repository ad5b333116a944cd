import Glibc

switch CommandLine.arguments.dropFirst().first {
case "store":
  do {
    try StoreBench(Arguments(CommandLine.arguments.dropFirst(2))).run()
  } catch {
    Console.complain("crisisdesk-bench: \(error)")
    exit(1)
  }
case let other:
  Console.complain("usage: crisisdesk-bench store [--rows N] [--db PATH] [--batch N]")
  exit(other == nil ? 2 : 64)
}
