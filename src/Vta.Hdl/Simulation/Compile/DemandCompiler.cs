using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>What only one arm of a choice needs is computed only where that arm is taken.</summary>
internal sealed class DemandCompiler(Emitter il, LaneVariables lanes, ValueCompiler values, ChangeTracker changes, bool onDemand)
{
    /// <summary>Arms that cost less together are computed both: a branch that is predicted wrongly costs more.</summary>
    private const int LeastCostOfArms = 10;
    /// <summary>
    /// Choices within choices that are looked through one by one. What stands deeper is a value like any other, or the values that its arms
    /// share are computed
    /// before all of them, so that the work is linear.
    /// </summary>
    private const int MostChoices = 16;

    /// <summary>Gives the value to a consumer; where it is a choice, on each of its paths the value of that path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="consume">Emits what is done with it.</param>
    /// <param name="kept">A value with which nothing is done, if there is one.</param>
    public void OnDemand(Expression value, Action<Expression> consume, Expression? kept = null) =>
        OnDemand(value, consume, kept is null || !onDemand ? [] : Choices.LeadingTo(kept, value, values.Known.Knows));

    /// <summary>
    /// Runs the code only where the bit is one. What the code needs is computed there, as far as the bit does not need it too.
    /// </summary>
    public void WhereEnabled(Expression enable, IReadOnlyList<Expression> needs, Action run)
    {
        if (enable is Literal)
        {
            values.LetShared(needs);
            run();
            return;
        }
        if (onDemand)
        {
            values.LetSharedAcross([enable], needs);
            values.LetShared([enable]);
        }
        else
        {
            values.LetShared([enable, .. needs]);
        }
        var end = il.DefineLabel();
        values.Narrow.Push(enable);
        il.Emit(OpCodes.Brfalse, end);
        values.Known.Open();
        values.LetShared(needs);
        run();
        values.Known.Close();
        il.MarkLabel(end);
    }

    private void OnDemand(Expression value, Action<Expression> consume, HashSet<Mux> keeping, int depth = 0)
    {
        if (value is not Mux mux || values.Known.Knows(mux) || !(keeping.Contains(mux) || (depth < MostChoices && IsWorthBranch(mux))))
        {
            values.LetShared([value]);
            consume(value);
            return;
        }
        // A choice that is no guard may choose otherwise in the next cycle, even between constants.
        if (keeping.Count > 0 && !keeping.Contains(mux))
            changes.NoteWork();
        if (depth < MostChoices)
            values.LetSharedAcross([mux.Condition], [mux.WhenTrue], [mux.WhenFalse]);
        else if (depth == MostChoices)
            values.LetSharedAcross(Arms(mux, keeping));
        values.LetShared([mux.Condition]);
        values.Wide.Choose(mux, arm => OnDemand(arm, consume, keeping, depth + 1));
    }

    private bool IsWorthBranch(Mux mux)
    {
        if (!onDemand)
            return false;
        if (mux.Width > 64)
            return true;
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        var cost = 0;
        Add(mux.WhenTrue);
        Add(mux.WhenFalse);
        return cost >= LeastCostOfArms;

        void Add(Expression e)
        {
            if (cost >= LeastCostOfArms || values.Known.Knows(e) || !seen.Add(e))
                return;
            cost += NodeCost.Of(e);
            foreach (var operand in lanes.OperandsOf(e))
                Add(operand);
        }
    }

    /// <summary>
    /// The conditions of the choices that lead to a kept value, and their other arms; a choice that several of them lead to is a value like
    /// any other.
    /// </summary>
    private static IReadOnlyList<Expression>[] Arms(Mux mux, HashSet<Mux> keeping)
    {
        var uses = new Dictionary<Mux, int>(ReferenceEqualityComparer.Instance);
        var arms = new List<IReadOnlyList<Expression>>();
        Count(mux);
        Divide(mux);
        return [.. arms];

        void Count(Expression e)
        {
            if (e is not Mux choice || !keeping.Contains(choice))
                return;
            uses[choice] = uses.GetValueOrDefault(choice) + 1;
            if (uses[choice] > 1)
                return;
            Count(choice.WhenTrue);
            Count(choice.WhenFalse);
        }

        void Divide(Expression e)
        {
            if (e is not Mux choice || uses.GetValueOrDefault(choice) != 1)
            {
                arms.Add([e]);
                return;
            }
            arms.Add([choice.Condition]);
            Divide(choice.WhenTrue);
            Divide(choice.WhenFalse);
        }
    }
}
