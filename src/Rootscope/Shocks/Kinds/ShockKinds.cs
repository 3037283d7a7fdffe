using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Kinds.Uplifts;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Kinds;

/// <summary>The kinds of shocks that scenarios can hold. A new kind is a folder beside the others and a line here.</summary>
public static class ShockKinds
{
    /// <summary>Every kind, in the order of documentation.</summary>
    public static IReadOnlyList<IShockKind> All { get; } =
    [new BanKind(), new TariffKind(), new SupplyCutKind(), new UpliftKind(), new BlacklistKind(), new CapitalKind()];

    /// <summary>The kind of that word.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest.</exception>
    public static IShockKind Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(k => string.Equals(k.Word, word, StringComparison.Ordinal))
            ?? throw new UnknownNameException(
                "kind of shock",
                word,
                NearestNames.Of(word, All.Select(k => k.Word)),
                $"Kinds are {string.Join(", ", All.Select(k => k.Word))}."
            );
    }
}
