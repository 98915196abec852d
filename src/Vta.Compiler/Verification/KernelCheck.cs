using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Verification;

/// <summary>Runs the steps of kernels: what they read and write.</summary>
/// <param name="buffers">The program's buffers.</param>
/// <param name="values">The loops around.</param>
internal sealed class KernelCheck(ProgramBuffers buffers, LoopValues values)
{
    private readonly Dictionary<KernelScope, string> names = new(ReferenceEqualityComparer.Instance);

    /// <summary>Name of what a kernel does, for messages.</summary>
    internal string Name(KernelScope kernel)
    {
        if (!names.TryGetValue(kernel, out var name))
        {
            var first = kernel.All().OfType<UopPush>().First();
            names.Add(kernel, name = $"{first.Operation} of {buffers.Find(first.Dst).Buffer}");
        }
        return name;
    }

    internal void Run(KernelScope kernel, Operation operation) => Run(kernel.Body, operation, default);

    /// <param name="statement">A part of the kernel.</param>
    /// <param name="operation">The kernel as a whole.</param>
    /// <param name="added">What the loops of the instruction have added to the indices by now.</param>
    private void Run(Stmt statement, Operation operation, (int Dst, int Src, int Wgt) added)
    {
        switch (statement)
        {
            case For loop:
                values.Repeat(loop, body => Run(body, operation, added));
                break;
            case UopLoop loop:
                var (dst, src, wgt) = (values.Evaluate(loop.DstFactor), values.Evaluate(loop.SrcFactor), values.Evaluate(loop.WgtFactor));
                for (var left = values.Evaluate(loop.Extent); left > 0; left--)
                {
                    Run(loop.Body, operation, added);
                    added = (added.Dst + dst, added.Src + src, added.Wgt + wgt);
                }
                break;
            case UopPush push:
                Step(push, operation, added);
                break;
            default:
                foreach (var part in statement.Bodies)
                    Run(part, operation, added);
                break;
        }
    }

    private void Step(UopPush push, Operation operation, (int Dst, int Src, int Wgt) added)
    {
        if (push.Operation is KernelOperation.Gemm { Reset: false } or KernelOperation.Alu { Immediate: null })
            Read(push.Src, added.Src);
        if (push.Operation is KernelOperation.Gemm { Reset: false })
            Read(push.Wgt, added.Wgt);
        var (buffer, location) = buffers.Find(push.Dst);
        var index = values.Evaluate(location) + added.Dst;
        if (push.Operation is not KernelOperation.Gemm { Reset: true })
            buffer.Read(index, operation);
        buffer.Write(index, operation);

        void Read(Expr address, int by)
        {
            var (source, from) = buffers.Find(address);
            source.Read(values.Evaluate(from) + by, operation);
        }
    }
}
