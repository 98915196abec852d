namespace Vta.Compiler.LoopIr;

/// <summary>Goes through a program as it runs, loop by loop; what a command does is for those that derive from it.</summary>
internal abstract class CommandRunner
{
    private protected LoopValues Values { get; } = new();

    internal void Run(Stmt statement)
    {
        switch (statement)
        {
            case For loop:
                Values.Repeat(loop, Run);
                break;
            case If choice when !Values.Holds(choice.Condition):
                break;
            case DepPush push:
                Push(push);
                break;
            case DepPop pop:
                Pop(pop);
                break;
            case LoadBuffer2D load:
                Load(load);
                break;
            case PadValue pad:
                SetPadValue(pad);
                break;
            case StoreBuffer2D store:
                Store(store);
                break;
            case KernelScope kernel:
                Kernel(kernel);
                break;
            case Pragma pragma:
                Elements(pragma);
                break;
            default:
                if (statement is Allocate allocate)
                    Begin(allocate);
                foreach (var body in statement.Bodies)
                    Run(body);
                break;
        }
    }

    private protected abstract void Push(DepPush push);

    private protected abstract void Pop(DepPop pop);

    private protected abstract void Load(LoadBuffer2D load);

    private protected abstract void Store(StoreBuffer2D store);

    private protected abstract void Kernel(KernelScope kernel);

    /// <summary>Borders of inputs get another value.</summary>
    private protected virtual void SetPadValue(PadValue pad)
    {
    }

    /// <summary>A buffer begins to be.</summary>
    private protected virtual void Begin(Allocate allocate)
    {
    }

    /// <summary>Element operations that are no kernels yet.</summary>
    private protected virtual void Elements(Pragma pragma)
    {
    }
}
