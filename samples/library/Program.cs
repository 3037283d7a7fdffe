using Rootscope.Samples;

// dotnet run --project samples/library -- rank-roots
switch (args)
{
    case ["rank-roots"]:
        RankRoots.Write(Console.Out);
        return 0;
    case ["run-scenario", string file]:
        RunScenario.Write(file, Console.Out);
        return 0;
    case ["add-format", string file]:
        AddFormat.Write(file, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("rank-roots | run-scenario FILE | add-format FILE");
        return 2;
}
