using System.Runtime.ExceptionServices;

namespace Vta.Hdl.Ir;

/// <summary>
/// Room for walks over expressions, which are as deep as what is described: a sum of ten thousand terms, a chain of as many conditions. The stack of a
/// thread is only reserved; what is not used takes no memory.
/// </summary>
internal static class DeepStack
{
    private const int Bytes = 1 << 30;

    [ThreadStatic]
    private static bool t_isDeep;

    /// <summary>Runs a function on a deep stack. It sees no thread-static values of the caller.</summary>
    public static T Run<T>(Func<T> function)
    {
        if (t_isDeep)
            return function();
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                t_isDeep = true;
                try
                {
                    result = function();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
