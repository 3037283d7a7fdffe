using System.Text.RegularExpressions;

namespace Rootscope.Tests.Conventions;

/// <summary>The rooms of the folder Shocks: which may not know which.</summary>
public partial class ShockRoomTests
{
    private const string Shocks = "Rootscope.Shocks.";
    private const string Equilibrium = "Lenses.Equilibrium";

    /// <summary>Each room with those that its sources may not use.</summary>
    private static readonly Dictionary<string, string[]> MayNotUse = new(StringComparer.Ordinal)
    {
        ["Kinds"] = ["Lenses"],
        ["Lenses"] = ["Kinds"],
        ["Lenses.Extraction"] = ["Lenses.Cascade", "Lenses.FirstOrder", Equilibrium],
        ["Lenses.Cascade"] = ["Lenses.Extraction", "Lenses.FirstOrder", Equilibrium],
        [Equilibrium] = ["Lenses.Extraction", "Lenses.Cascade", "Lenses.FirstOrder"],
        [$"{Equilibrium}.Nests"] = [$"{Equilibrium}.OneRegion", $"{Equilibrium}.World"],
        [$"{Equilibrium}.OneRegion"] = [$"{Equilibrium}.World"],
        [$"{Equilibrium}.World"] = [$"{Equilibrium}.OneRegion"],
    };

    public static TheoryData<string> Rooms => [.. MayNotUse.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_does_not_name_those_that_it_may_not_use(string room)
    {
        string folder = $"src/Rootscope/Shocks/{room.Replace('.', '/')}/";
        string[] files = [.. Repository.Files(".cs").Where(f => f.StartsWith(folder, StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        Repository.Forbid(
            $"{room} may not use {string.Join(", ", MayNotUse[room])}:",
            files.SelectMany(f =>
                Using()
                    .Matches(File.ReadAllText(Path.Combine(Repository.Root, f)))
                    .Select(m => m.Groups["name"].Value)
                    .Where(used => MayNotUse[room].Any(n => $"{used}.".StartsWith($"{Shocks}{n}.", StringComparison.Ordinal)))
                    .Select(used => $"{f}: {used}")
            )
        );
    }

    [GeneratedRegex(
        @"^using (?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Using();
}
