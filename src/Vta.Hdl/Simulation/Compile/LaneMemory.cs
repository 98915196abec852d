using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>The lanes of a vector, from memory and to it.</summary>
internal sealed class LaneMemory(Emitter il, VectorEmitter vector, VectorPlan plan, PackedLanes packed)
{
    /// <summary>Puts the lanes of a vector from the first one on on the stack.</summary>
    public void Load(int width, LaneVector source, int first)
    {
        if (width == 1)
        {
            if (source.Narrow is { } bits)
            {
                il.Emit(OpCodes.Ldloc, bits);
                il.Emit(OpCodes.Ldc_I4, first);
                il.Emit(OpCodes.Shr_Un);
            }
            else
            {
                il.LoadBits(source.Place, first, plan.LanesAtOnce);
            }
            il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), $"Spread{plan.Container}"));
            return;
        }
        il.LoadAddress(source.Place.Plus(first * width / 8));
        if (VectorPlan.IsPacked(width, plan.Container))
        {
            il.LoadAddress(packed.Table(VectorTables.Unpack(width)));
            il.Emit(OpCodes.Ldc_I4, unchecked((int)(uint)BitMasks.Of(width)));
            packed.Call(nameof(VectorKernels.Unpack));
        }
        else if (width == plan.Container)
        {
            vector.Call(nameof(VectorKernels.Load));
        }
        else
        {
            packed.Call($"Load{width}To{plan.Container}");
        }
    }

    /// <summary>Stores a value of all lanes from the first one on.</summary>
    public void Store(VectorOperations operations, Expression lanes, WidePlace to, int first)
    {
        var width = lanes.Width;
        il.LoadAddress(to.Plus(first * width / 8));
        operations.Push(lanes);
        if (VectorPlan.IsPacked(width, plan.Container))
        {
            packed.Store(width);
        }
        else if (width == plan.Container)
        {
            vector.Call(nameof(VectorKernels.Store));
        }
        else
        {
            packed.Call($"Store{plan.Container}To{width}");
        }
    }
}
