using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <content>What only one arm of a choice needs is computed only where that arm is taken.</content>
internal sealed partial class MethodCompiler
{
    /// <summary>Arms that cost less together are computed both: a branch that is predicted wrongly costs more.</summary>
    private const int LeastCostOfArms = 10;

    /// <summary>
    /// Choices within choices that are looked through one by one. What stands deeper is a value like any other, or the values that its arms share are computed
    /// before all of them, so that the work is linear.
    /// </summary>
    private const int MostChoices = 16;

    /// <summary>Gives the value to a consumer; where it is a choice, on each of its paths the value of that path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="consume">Emits what is done with it.</param>
    /// <param name="kept">A value with which nothing is done, if there is one.</param>
    private void OnDemand(Expression value, Action<Expression> consume, Expression? kept = null) =>
        OnDemand(value, consume, kept is null || !_onDemand ? [] : Choices.LeadingTo(kept, value, _scope.Knows));

    private void OnDemand(Expression value, Action<Expression> consume, HashSet<Mux> keeping, int depth = 0)
    {
        if (value is not Mux mux || _scope.Knows(mux) || !(keeping.Contains(mux) || (depth < MostChoices && IsWorthBranch(mux))))
        {
            LetShared([value]);
            consume(value);
            return;
        }
        // A choice that is no guard may choose otherwise in the next cycle, even between constants.
        if (keeping.Count > 0 && !keeping.Contains(mux))
            NoteWork();
        if (depth < MostChoices)
            LetSharedAcross([mux.Condition], [mux.WhenTrue], [mux.WhenFalse]);
        else if (depth == MostChoices)
            LetSharedAcross(Arms(mux, keeping));
        LetShared([mux.Condition]);
        WideMux(mux, arm => OnDemand(arm, consume, keeping, depth + 1));
    }

    /// <summary>The conditions of the choices that lead to a kept value, and their other arms; a choice that several of them lead to is a value like any other.</summary>
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

    /// <summary>Runs the code only where the bit is one. What the code needs is computed there, as far as the bit does not need it too.</summary>
    private void WhereEnabled(Expression enable, IReadOnlyList<Expression> needs, Action run)
    {
        if (enable is Literal)
        {
            LetShared(needs);
            run();
            return;
        }
        if (_onDemand)
        {
            LetSharedAcross([enable], needs);
            LetShared([enable]);
        }
        else
        {
            LetShared([enable, .. needs]);
        }
        var end = _il.DefineLabel();
        Narrow(enable);
        _il.Emit(OpCodes.Brfalse, end);
        _scope.Open();
        LetShared(needs);
        run();
        _scope.Close();
        _il.MarkLabel(end);
    }

    private bool IsWorthBranch(Mux mux)
    {
        if (!_onDemand)
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
            if (cost >= LeastCostOfArms || _scope.Knows(e) || !seen.Add(e))
                return;
            cost += NodeCost.Of(e);
            foreach (var operand in _lanes.OperandsOf(e))
                Add(operand);
        }
    }

    /// <summary>Computes what more than one of these groups of expressions needs.</summary>
    private void LetSharedAcross(params ReadOnlySpan<IReadOnlyList<Expression>> groups)
    {
        var users = new Dictionary<Expression, int>(ReferenceEqualityComparer.Instance);
        var order = new List<Expression>();
        foreach (var group in groups)
        {
            var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
            foreach (var root in group)
                Visit(root, seen);
        }
        foreach (var e in order)
        {
            if (users[e] > 1 && !TaskGraph.IsFree(e))
                Let(e);
        }

        void Visit(Expression e, HashSet<Expression> seen)
        {
            if (_scope.Knows(e) || !seen.Add(e))
                return;
            foreach (var operand in _lanes.OperandsOf(e))
                Visit(operand, seen);
            if (!users.TryGetValue(e, out var count))
                order.Add(e);
            users[e] = count + 1;
        }
    }
}
