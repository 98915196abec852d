using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Loops over the lanes of vectors.</summary>
internal sealed class LaneLoops(Emitter il, StateLayout layout, LaneVariables lanes, ValueCompiler values)
{
    /// <summary>Runs the body once for each lane, with the lane's parameters known.</summary>
    public void Each(LaneMap map, Action<LocalBuilder> body)
    {
        var vectors = map.Parameters.Select(p => (Parameter: p, Vector: values.VectorOf(p.Vector, p.Width))).ToArray();
        foreach (var invariant in lanes.OperandsOf(map).Skip(map.Parameters.Count).Where(e => e is not Literal))
            values.Let(invariant);
        il.Loop(map.Count, lane =>
        {
            values.Known.Open();
            foreach (var (parameter, vector) in vectors)
            {
                if (parameter.Width > 64)
                {
                    values.Known.Add(parameter, Place(vector, lane));
                    continue;
                }
                var local = il.DeclareLocal(typeof(ulong));
                Load(vector, lane);
                il.Emit(OpCodes.Stloc, local);
                values.Known.Add(parameter, local);
            }
            var index = il.DeclareLocal(typeof(ulong));
            il.Emit(OpCodes.Ldloc, lane);
            il.Emit(OpCodes.Conv_U8);
            il.Emit(OpCodes.Stloc, index);
            values.Known.Add(map.Index, index);
            values.LetShared([map.Body], map);
            body(lane);
            values.Known.Close();
        });
    }

    /// <summary>Puts this lane's element on the stack.</summary>
    public void Load(LaneVector vector, LocalBuilder lane)
    {
        var width = vector.ElementWidth;
        if (vector.Narrow is { } bits)
        {
            il.Emit(OpCodes.Ldloc, bits);
            il.Emit(OpCodes.Ldloc, lane);
            il.Emit(OpCodes.Ldc_I4, width);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Shr_Un);
            il.Mask(width);
            return;
        }
        il.LoadAddress(vector.Place);
        il.Emit(OpCodes.Ldloc, lane);
        if (width is 8 or 16 or 32 or 64)
        {
            il.Emit(OpCodes.Ldc_I4, width / 8);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Add);
            il.LoadElement(width);
            return;
        }
        il.Emit(OpCodes.Ldc_I4, width);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Ldc_I4, width);
        il.CallWide(nameof(WideKernels.Extract));
    }

    public WidePlace Place(LaneVector vector, LocalBuilder lane)
    {
        var width = vector.ElementWidth;
        if (width % 8 != 0)
        {
            var scratch = new WidePlace(null, layout.Scratch(width).Offset);
            il.LoadAddress(scratch);
            il.LoadAddress(vector.Place);
            il.Emit(OpCodes.Ldloc, lane);
            il.Emit(OpCodes.Ldc_I4, width);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Ldc_I4, width);
            il.CallWide(nameof(WideKernels.CopyBits));
            return scratch;
        }
        var element = il.DeclareLocal(typeof(byte*));
        il.LoadAddress(vector.Place);
        il.Emit(OpCodes.Ldloc, lane);
        il.Emit(OpCodes.Ldc_I4, width / 8);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, element);
        return new(element, 0);
    }
}
