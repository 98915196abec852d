// Writes the Verilog of each design of the tutorial into a folder, and proves what it promises: dotnet run --project examples/hdl -- FOLDER
using HdlTutorial;
using Vta.Hdl.Formal;
using Vta.Hdl.Verilog;

var folder = Directory.CreateDirectory(args.FirstOrDefault("verilog"));
foreach (var example in Example.All)
{
    var files = VerilogEmitter.Emit(example.Design().Elaborate());
    foreach (var file in files)
        File.WriteAllText(Path.Combine(folder.FullName, file.Name), file.Text);

    var proof = Prover.Prove(example.Proof(), new() { Depth = example.Depth });
    Console.WriteLine($"{example.Name}: {string.Join(", ", files.Select(f => f.Name))}: {proof.Message}");
}
