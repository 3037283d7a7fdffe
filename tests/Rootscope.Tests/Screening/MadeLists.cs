using Rootscope.Screening.Lists;

namespace Rootscope.Tests.Screening;

/// <summary>Small lists for tests.</summary>
internal static class MadeLists
{
    public static ScreeningList Of(params string[] names) => Named("made", names);

    public static ScreeningList Named(string list, params string[] names) =>
        new(
            Source(list),
            [.. names.Select((n, i) => new ScreeningRecord($"{i + 1}", RecordKind.Unknown, [new ListedName(n, NameRole.Primary)]))]
        );

    public static ListSource Source(string name) => new(name, "plain", "the tests", "2026-01-31", new string('0', 64));
}
