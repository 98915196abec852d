using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;

namespace Vta.Hdl.Library;

/// <summary>
/// What can be done with a stream; each operation gives a new stream, so that they stand in a row:
/// <code>Output.Connect(Input.Queue(4).Pipe().HaltWhen(isBusy));</code>
/// The stream that an operation is applied to is consumed by it; the result must be consumed, too.
/// </summary>
public static class Streams
{
    /// <summary>Room for up to <paramref name="depth"/> values, in LUT RAM.</summary>
    public static Stream<T> Queue<T>(
        this Stream<T> stream, int depth, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var queue = Place(new Fifo<T>(stream.Payload.TypeOf(), depth), name, file, line);
        queue.Enq.Connect(stream, file, line);
        return queue.Deq;
    }

    /// <summary>A register for valid and payload; ready passes through.</summary>
    public static Stream<T> Pipe<T>(this Stream<T> stream, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var pipe = Place(new Pipe<T>(stream.Payload.TypeOf()), name, file, line);
        pipe.Enq.Connect(stream, file, line);
        return pipe.Deq;
    }

    /// <summary>Registers for valid, payload and ready.</summary>
    public static Stream<T> Skid<T>(this Stream<T> stream, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var buffer = Place(new SkidBuffer<T>(stream.Payload.TypeOf()), name, file, line);
        buffer.Enq.Connect(stream, file, line);
        return buffer.Deq;
    }

    /// <summary>Nothing moves while the condition holds. A value that is offered already must stay, so it may only begin to hold when none is.</summary>
    public static Stream<T> HaltWhen<T>(
        this Stream<T> stream, Bool condition, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var ready = Ready(name, file, line);
        stream.Ready.Set(ready & !condition, file, line);
        return new(stream.Valid & !condition, ready, stream.Payload);
    }

    /// <summary>Takes the values for which the condition holds, and does not hand them on.</summary>
    public static Stream<T> DropWhen<T>(
        this Stream<T> stream, Func<T, Bool> condition, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var ready = Ready(name, file, line);
        var drops = condition(stream.Payload);
        stream.Ready.Set(ready | drops, file, line);
        return new(stream.Valid & !drops, ready, stream.Payload);
    }

    /// <summary>A function of each value, without a register.</summary>
    public static Stream<TResult> Map<T, TResult>(this Stream<T> stream, Func<T, TResult> function)
        where T : Data
        where TResult : Data => new(stream.Valid, stream.Ready, function(stream.Payload));

    /// <summary>Each value to several consumers; see <see cref="Library.Fork{T}"/>.</summary>
    public static IReadOnlyList<Stream<T>> Fork<T>(
        this Stream<T> stream, int outputs, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var fork = Place(new Fork<T>(stream.Payload.TypeOf(), outputs), name, file, line);
        fork.Enq.Connect(stream, file, line);
        return fork.Deq;
    }

    /// <summary>One value of each stream together: both move in the same cycle.</summary>
    public static Stream<Pair<TFirst, TSecond>> Join<TFirst, TSecond>(
        this Stream<TFirst> first, Stream<TSecond> second, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TFirst : Data
        where TSecond : Data
    {
        var ready = Ready(name, file, line);
        first.Ready.Set(ready & second.Valid, file, line);
        second.Ready.Set(ready & first.Valid, file, line);
        var type = Pair<TFirst, TSecond>.Type(first.Payload.TypeOf(), second.Payload.TypeOf());
        return new(first.Valid & second.Valid, ready, type.Bind([.. first.Payload.Leaves, .. second.Payload.Leaves]));
    }

    /// <summary>The values of several streams in one; see <see cref="Arbiter{T}"/>.</summary>
    public static Stream<T> Arbitrate<T>(
        this IReadOnlyList<Stream<T>> streams,
        ArbitrationPolicy policy = ArbitrationPolicy.RoundRobin,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where T : Data
    {
        var arbiter = Place(new Arbiter<T>(streams[0].Payload.TypeOf(), streams.Count, policy), name, file, line);
        for (var i = 0; i < streams.Count; i++)
            arbiter.Enq[i].Connect(streams[i], file, line);
        return arbiter.Deq;
    }

    /// <summary>Words <paramref name="count"/> times as wide, the first value in the lowest bits.</summary>
    public static Stream<UInt> Widen(
        this Stream<UInt> stream, int count, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var widener = Place(new Widener<UInt>(UInt(stream.Payload.Width), count), name, file, line);
        widener.Enq.Connect(stream, file, line);
        return widener.Deq.Map(v => v.AsUInt());
    }

    /// <summary>Each word in parts of <paramref name="width"/> bits, the lowest first.</summary>
    public static Stream<UInt> Narrow(
        this Stream<UInt> stream, int width, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var narrower = Place(new Narrower<UInt>(UInt(width), stream.Payload.Width / width), name, file, line);
        narrower.Enq.Connect(stream.Map(v => v.AsVec(UInt(width))), file, line);
        return narrower.Deq;
    }

    /// <summary>The bits of each word one after the other, the lowest first.</summary>
    public static Stream<Bool> Serialize(this Stream<UInt> stream, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        stream.Narrow(1, name, file, line).Map(b => b.AsBool());

    /// <summary>A word of every <paramref name="width"/> bits, the first one lowest.</summary>
    public static Stream<UInt> Deserialize(
        this Stream<Bool> stream, int width, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        stream.Map(b => b.AsUInt()).Widen(width, name, file, line);

    /// <summary>Instantiates a module in the current one, under the name of the operation where the source gives no other.</summary>
    private static TModule Place<TModule>(TModule module, string? name, string file, int line, [CallerMemberName] string operation = "")
        where TModule : Module => Module.Instance(module, NameOf(name, operation, file, line), resetWhen: null, file, line);

    /// <summary>A wire for the ready of the consumer to come.</summary>
    private static Bool Ready(string? name, string file, int line, [CallerMemberName] string operation = "") =>
        Module.Wire(Bool(), NameOf(name, operation, file, line) + "_ready", file, line);

    private static string NameOf(string? name, string operation, string file, int line)
    {
        var location = new SourceLocation(file, line);
        return BuildContext.Current(location).NameOf(name, location, operation, operation);
    }
}
