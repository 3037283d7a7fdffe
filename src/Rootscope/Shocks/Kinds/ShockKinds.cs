using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Kinds.Uplifts;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Kinds;

/// <summary>The kinds of shocks that scenarios can hold, by their words. A new kind is a folder beside the others and a line here.</summary>
public sealed class ShockKinds
{
    private ShockKinds(IReadOnlyList<IShockKind> all) => All = all;

    /// <summary>The kinds that Rootscope has.</summary>
    public static ShockKinds Default { get; } =
        new([new BanKind(), new TariffKind(), new SupplyCutKind(), new UpliftKind(), new BlacklistKind(), new CapitalKind()]);

    /// <summary>Every kind, in the order of documentation.</summary>
    public IReadOnlyList<IShockKind> All { get; }

    /// <summary>The kind of that word.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest.</exception>
    public IShockKind Of(string word) =>
        Find(word)
        ?? throw new UnknownNameException(
            "kind of shock",
            word,
            NearestNames.Of(word, All.Select(k => k.Word)),
            $"Kinds are {string.Join(", ", All.Select(k => k.Word))}."
        );

    /// <summary>The kind of that word; null where there is none.</summary>
    public IShockKind? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(k => string.Equals(k.Word, word, StringComparison.Ordinal));
    }

    /// <summary>These kinds and one more, at the end.</summary>
    /// <exception cref="ArgumentException">The word of the kind is taken.</exception>
    public ShockKinds With(IShockKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Find(kind.Word) is null
            ? new ShockKinds([.. All, kind])
            : throw new ArgumentException($"There is a kind of shock '{kind.Word}' already.", nameof(kind));
    }
}
