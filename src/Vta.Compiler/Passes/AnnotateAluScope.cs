using Vta.Compiler.LoopIr;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>Gives what has the pragma <c>alu</c> to the compute unit.</summary>
internal static class AnnotateAluScope
{
    internal static Stmt Run(Stmt program) => Visit(program);

    private static Stmt Visit(Stmt statement) => statement is Pragma { Kind: PragmaKind.Alu } pragma
        ? new CoprocScope(Unit.Compute, pragma)
        : statement.Map(Visit);
}
