using System.Numerics;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Lanes of any width, side by side in memory.</summary>
internal sealed class PackedLanes(Emitter il, StateLayout layout)
{
    /// <summary>Stores sixteen lanes, on the stack above the address, side by side.</summary>
    public void Store(int width)
    {
        var lanes = il.DeclareLocal(typeof(Vector512<byte>));
        il.LoadAddress(Table(VectorTables.Shifts(width)));
        Call(nameof(VectorKernels.ToBytes));
        il.Emit(OpCodes.Stloc, lanes);
        var tables = VectorTables.Places(width);
        for (var i = 0; i < tables.Length; i++)
        {
            il.Emit(OpCodes.Ldloc, lanes);
            il.LoadAddress(Table(tables[i]));
            Call(nameof(VectorKernels.Place));
            if (i > 0)
                il.Emit(OpCodes.Call, typeof(Vector512<byte>).GetMethod("op_BitwiseOr")!);
        }
        il.Emit(OpCodes.Ldc_I4, VectorTables.Lanes * width / 8);
        Call(nameof(VectorKernels.StoreBytes));
    }

    public WidePlace Table(byte[] table) => new(null, layout.Constant(new BigInteger(table, isUnsigned: true), table.Length * 8).Offset);

    public void Call(string kernel) => il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), kernel));
}
