using System.Text;
using Vta.Cli;

// Disassembly of a large program is many lines: buffered, not flushed line by line as Console.Out is.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
return VtaApplication.Run(args, CliHost.OfProcess(output));
