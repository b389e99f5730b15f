// The board: what changed is fetched again, the inspector saves by itself, everything can be reached by keyboard.
import { startChanges } from "./board/changes.js";
import { startInspector } from "./board/inspector.js";
import { startKeys } from "./board/keys.js";
import { startSceneList } from "./board/scenes.js";

startChanges();
startInspector();
startKeys();
startSceneList();
