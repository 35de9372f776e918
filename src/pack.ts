/** The reader of a board pack: the dashboard's own pages over the figures that the page carries. It stores and asks nothing. */
import { mount } from 'svelte';
import PackReader from './app/pack/PackReader.svelte';
import UnreadablePack from './app/pack/UnreadablePack.svelte';
import './app/styles/base.css';
import { findPack } from './app/pack/find-pack.ts';

const target = document.getElementById('app');
if (!target) throw new Error('pack.html has no element with the id "app"');

const found = findPack(document);
if ('pack' in found) mount(PackReader, { target, props: { pack: found.pack } });
else mount(UnreadablePack, { target, props: { reason: found.reason } });
