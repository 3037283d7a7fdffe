using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Extraction;
using Rootscope.Shocks.Lenses.FirstOrder;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses;

/// <summary>The lenses by their words. A new lens is a folder beside the others and a line here.</summary>
public sealed class LensRegistry
{
    private LensRegistry(IReadOnlyList<ILens> all) => All = all;

    /// <summary>The lenses that Rootscope has.</summary>
    public static LensRegistry Default { get; } =
        new([new FirstOrderLens(), new ExtractionLens(), new CascadeLens(), new InventoryLens(), new EquilibriumLens()]);

    /// <summary>Every lens, from the least adjustment to the most.</summary>
    public IReadOnlyList<ILens> All { get; }

    /// <summary>The lens that questions take where none is named: the one that adjusts most.</summary>
    public ILens Usual => All[^1];

    /// <summary>Their words, in that order.</summary>
    public IReadOnlyList<string> Words => [.. All.Select(l => l.Word)];

    /// <summary>The lens of that word.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest.</exception>
    public ILens Named(string word) =>
        Find(word) ?? throw new UnknownNameException("lens", word, NearestNames.Of(word, Words), $"Lenses are {string.Join(", ", Words)}.");

    /// <summary>The lens of that word, whatever its capitals; null where there is none.</summary>
    public ILens? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(l => string.Equals(l.Word, word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>These lenses and one more, before the one that questions take where none is named.</summary>
    /// <exception cref="ArgumentException">The word of the lens is taken.</exception>
    public LensRegistry With(ILens lens)
    {
        ArgumentNullException.ThrowIfNull(lens);
        return Find(lens.Word) is null
            ? new LensRegistry([.. All.SkipLast(1), lens, All[^1]])
            : throw new ArgumentException($"There is a lens '{lens.Word}' already.", nameof(lens));
    }
}
