using System.Text;
using Vta.Cli;
using Vta.Cli.Host;

// Disassembly of a large program is many lines: buffered, not flushed line by line as Console.Out is.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var output = new StreamWriter(new StandardStream(Console.OpenStandardOutput(), StandardStream.OutputName), utf8, bufferSize: 1 << 16);
Console.SetError(new StreamWriter(new StandardStream(Console.OpenStandardError(), name: null), utf8) { AutoFlush = true });
return VtaApplication.Run(args, CliHost.OfProcess(output));
