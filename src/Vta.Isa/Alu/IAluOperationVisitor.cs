namespace Vta.Isa.Alu;

/// <summary>Code that is generic in the operation, so that the compiler makes one specialised version of it for each.</summary>
public interface IAluOperationVisitor<out TResult>
{
    TResult Visit<TOperation>()
        where TOperation : struct, IAluOperation;
}
