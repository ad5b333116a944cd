import Glibc

let arguments = Arguments(CommandLine.arguments.dropFirst(2))
do {
  switch CommandLine.arguments.dropFirst().first {
  case "store":
    var bench = StoreBench(arguments)
    try bench.run()
  case "open": Console.say(try ColdOpen.run(path: arguments.text("db", "")))
  case "fill": try DeskFiller(arguments).fill()
  case "feed": try DeskFiller(arguments).feed()
  case "pause": try PauseBench(arguments).run()
  case "queue": try QueueBench(arguments).run()
  case "alerts": AlertsBench(arguments).run()
  case let other:
    Console.complain("usage: crisisdesk-bench store [--rows N,N,…] [--db PATH] [--batch N]")
    Console.complain("                              [--ids counting|random]")
    Console.complain("       crisisdesk-bench open --db PATH")
    Console.complain("       crisisdesk-bench fill --desk DIR [--rows N]")
    Console.complain("       crisisdesk-bench feed --desk DIR [--rate N] [--seconds N]")
    Console.complain(
      "       crisisdesk-bench pause [--rows N] [--rate N] [--posts N] [--samples N]")
    Console.complain("       crisisdesk-bench queue [--rows N] [--samples N]")
    Console.complain(
      "       crisisdesk-bench alerts [--seed N] [--weeks N] [--runs N] [--series N]")
    exit(other == nil ? 2 : 64)
  }
} catch {
  Console.complain("crisisdesk-bench: \(error)")
  exit(1)
}
